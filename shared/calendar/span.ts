import { Temporal } from 'temporal-polyfill'
import { zone } from './london-day.ts'
import { dueAfter } from './working-days.ts'

/**
 * How long something may take. Hours run day and night and are hours that pass, whatever the clocks do; days are
 * calendar days, to the same time of day in London; working days end with the day, as {@link dueAfter} counts them.
 */
export type Span =
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly workingDays: number }

const millisecondsPerHour = 60 * 60 * 1000

/** The moment by which something must be done that may take so long from `from`. */
export const after = (from: Date, span: Span): Date => {
  if ('hours' in span) return new Date(from.getTime() + span.hours * millisecondsPerHour)
  if ('workingDays' in span) return dueAfter(from, span.workingDays)
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone)
  return new Date(start.add({ days: span.days }).epochMilliseconds)
}

/** As {@link after}, from a moment that has passed: counted from `now` where even the end of it has passed. */
export const afterLapse = (lapsed: Date, span: Span, now: Date): Date => {
  const next = after(lapsed, span)
  return next > now ? next : after(now, span)
}
