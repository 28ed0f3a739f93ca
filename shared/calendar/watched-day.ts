import { Temporal } from 'temporal-polyfill'
import { endOf, zone } from './london-day.ts'

/** From a moment to before another. */
export type WatchedSpan = { readonly from: string; readonly before: string }

/** The hour in London from which the day before is looked at: what came in late has been seen by then. */
const morning = 7

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The last day in London that may be looked at as a whole. */
export const lastWatchable = (now: Date): string => {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const days = there.hour < morning ? 2 : 1
  return there.toPlainDate().subtract({ days }).toString()
}

/** From the beginning of one day in London to the end of another, both ISO dates. */
export const spanOfDays = (first: string, last: string): WatchedSpan => ({
  from: endOf(addDays(first, -1)).toISOString(),
  before: endOf(last).toISOString(),
})
