import { Temporal } from 'temporal-polyfill'

export const zone = 'Europe/London'

/** The day it is in London, as an ISO date: the day by which law begins and people are of age. */
export const londonDay = (now: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
