import { Temporal } from 'temporal-polyfill'

/**
 * Whole months from one ISO date to another; a missing month or day of the first counts as the first of it, so that an
 * age is never understated by a date only partly known.
 */
export const monthsBetween = (from: string, to: string): number => {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number)
  return (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0)
}

/** The same day and hour in London so many calendar months earlier, in milliseconds. */
export const monthsBefore = (now: Date, months: number): number =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/London')
    .subtract({ months }).epochMilliseconds

/** The same day and hour in London so many calendar months later. */
export const addMonths = (from: Date, months: number): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(from.getTime())
      .toZonedDateTimeISO('Europe/London')
      .add({ months }).epochMilliseconds,
  )
