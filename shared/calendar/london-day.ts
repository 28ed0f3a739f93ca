import { Temporal } from 'temporal-polyfill'

export const zone = 'Europe/London'

/** When a day, an ISO date, is over in London. */
export const endOf = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)

/** The day it is in London, as an ISO date: the day by which law begins and people are of age. */
export const londonDay = (now: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()

/** Whole seconds until the next day begins in London, at least one. */
export const secondsOfDayLeft = (now: Date): number => {
  const midnight = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(zone)
  return Math.ceil((midnight.epochMilliseconds - now.getTime()) / 1000)
}
