import * as z from 'zod'

const years = /^(19|20)/
const expected = { error: 'a year from 1900 to 2099' }

/** A day in the calendar that can matter to somebody alive or about to be born: 1900 to 2099, as YYYY-MM-DD. */
export const calendarDateSchema = z.iso
  .date({ error: 'a day as YYYY-MM-DD' })
  .refine((day) => years.test(day), expected)

const inUtc = (instant: string): string =>
  instant.endsWith('Z') || Number.isNaN(Date.parse(instant))
    ? instant
    : new Date(instant).toISOString()

/** A moment of any year, as RFC 3339, with whatever offset the sender's system writes; kept in UTC. */
export const anyInstantSchema = z.iso
  .datetime({ offset: true, error: 'a moment with its offset, such as 2026-11-23T10:00:00Z' })
  .overwrite(inUtc)

/** One in those years. */
export const instantSchema = anyInstantSchema.refine((instant) => years.test(instant), expected)
