import * as z from 'zod'

const years = /^(19|20)/
const expected = { error: 'a year from 1900 to 2099' }

/** A day in the calendar that can matter to somebody alive or about to be born: 1900 to 2099, as YYYY-MM-DD. */
export const calendarDateSchema = z.iso
  .date({ error: 'a day as YYYY-MM-DD' })
  .refine((day) => years.test(day), expected)

/** A moment in those years, in UTC, as RFC 3339. */
export const instantSchema = z.iso
  .datetime({ error: 'a moment in UTC as YYYY-MM-DDThh:mm:ssZ' })
  .refine((instant) => years.test(instant), expected)
