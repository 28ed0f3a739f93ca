import { Temporal } from 'temporal-polyfill'
import { zone } from './london-day.ts'
import { isWorkingDay } from './working-days.ts'

const begins = 7
const ends = 20

/** Whether most offices are closed in London: by night, at weekends, on bank holidays. */
export const isOutOfHours = (at: Date): boolean => {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return there.hour < begins || there.hour >= ends || !isWorkingDay(there.toPlainDate())
}
