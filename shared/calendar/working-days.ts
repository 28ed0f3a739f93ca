import { Temporal } from 'temporal-polyfill'
import { bankHolidays } from './bank-holidays.ts'
import { zone } from './london-day.ts'

/** Monday to Friday, but for bank holidays. */
export const isWorkingDay = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek <= 5 && !bankHolidays.has(day.toString())

/**
 * The moment by which something due in `workingDays` must be done: the end of that day in London. Day 0 is the day of
 * receipt whatever day it is; after it only Monday to Friday that are no bank holiday count.
 */
export const dueAfter = (from: Date, workingDays: number): Date => {
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
  for (let left = workingDays; left > 0; left -= isWorkingDay(day) ? 1 : 0)
    day = day.add({ days: 1 })
  const endOfDay = day.add({ days: 1 }).toZonedDateTime(zone)
  return new Date(endOfDay.epochMilliseconds - 1)
}

const morningHour = 8

/** Eight o'clock in London on a day. */
const morningOf = (day: Temporal.PlainDate): Date =>
  new Date(
    day.toZonedDateTime({ timeZone: zone, plainTime: { hour: morningHour } }).epochMilliseconds,
  )

/** Eight o'clock in London on the working day that is so many working days before a day, an ISO date. */
export const morningBefore = (day: string, workingDays: number): Date => {
  let at = Temporal.PlainDate.from(day)
  for (let left = workingDays; left > 0; left -= isWorkingDay(at) ? 1 : 0)
    at = at.subtract({ days: 1 })
  return morningOf(at)
}

/** Eight o'clock in London on the first working day after a day, an ISO date. */
export const morningAfter = (day: string): Date => {
  let at = Temporal.PlainDate.from(day).add({ days: 1 })
  while (!isWorkingDay(at)) at = at.add({ days: 1 })
  return morningOf(at)
}

/** The next eight o'clock in London: when the day's digest leaves, at weekends too. */
export const nextDigest = (now: Date): Date => {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const at = today.with({ hour: morningHour, minute: 0, second: 0, millisecond: 0 })
  const isPast = at.epochMilliseconds <= now.getTime()
  return new Date((isPast ? at.add({ days: 1 }) : at).epochMilliseconds)
}

/**
 * When the next step is due after one whose due moment has passed: counted from that moment, so that a sweep which runs
 * a minute after midnight loses nobody a day; from `now` when even that has passed.
 */
export const dueAfterLapse = (lapsed: Date, workingDays: number, now: Date): Date => {
  const next = dueAfter(lapsed, workingDays)
  return next > now ? next : dueAfter(now, workingDays)
}
