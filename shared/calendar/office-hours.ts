import { Temporal } from 'temporal-polyfill'
import { zone } from './london-day.ts'
import { isWorkingDay } from './working-days.ts'

const begins = 7
const ends = 20

const thereAt = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

/** The hour that it is in London, from 0. */
export const londonHour = (at: Date): number => thereAt(at).hour

/** Whether most offices are closed in London: by night, at weekends, on bank holidays. */
export const isOutOfHours = (at: Date): boolean => {
  const there = thereAt(at)
  return there.hour < begins || there.hour >= ends || !isWorkingDay(there.toPlainDate())
}
