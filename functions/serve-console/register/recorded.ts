import * as z from 'zod'

/** What the API says of a record that it has written. */
export const recordedSchema = z.looseObject({ version: z.int() })
