import { Temporal } from 'temporal-polyfill'
import { bankHolidays } from './bank-holidays.ts'

const zone = 'Europe/London'

const isWorkingDay = (day: Temporal.PlainDate): boolean =>
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
