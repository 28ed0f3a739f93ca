import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { nhsNumberSchema } from './nhs-number.ts'
import { plainText } from './plain-text.ts'

/** A name as the sending service holds it. A person may have one name only; neither half is required alone. */
export const personNameSchema = z
  .strictObject({
    given: plainText(100).optional().meta({ description: 'Given names, space separated' }),
    family: plainText(100)
      .optional()
      .meta({ description: 'Family name, double barrels as written' }),
  })
  .refine((name) => name.given !== undefined || name.family !== undefined, {
    error: 'give at least one of given and family',
  })
export type PersonName = z.infer<typeof personNameSchema>

/** Year, year and month, or full date: an unknown part is left out, never invented as 1 January. */
export const partialDateSchema = z
  .string()
  .regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    error: 'a day as YYYY-MM-DD, or as much of it as is known: YYYY-MM or YYYY',
  })
  .refine((value) => value.length < 10 || z.iso.date().safeParse(value).success, {
    error: 'no such day in the calendar',
  })

/** An address, past or present. `from` and `to` date it; the current one has no `to`. */
export const addressSchema = z.strictObject({
  houseNumber: plainText(50).optional(),
  street: plainText(100).optional(),
  town: plainText(100).optional(),
  postcode: plainText(12).optional(),
  uprn: z
    .string()
    .regex(/^\d{1,12}$/, { error: 'one to twelve digits' })
    .optional()
    .meta({ description: 'Unique Property Reference Number' }),
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
})
export type Address = z.infer<typeof addressSchema>

/** One check, so that an address too long is never cut to another that is somebody else's. */
export const emailSchema = z.email().refine((address) => address.length <= 254, {
  error: 'an e-mail address of at most 254 characters',
})

const sexSchema = z.enum(['M', 'F', 'U'])

/**
 * What identifies an adult, in a concern and in the register alike. The first name is the current one;
 * the others are previous names and aliases. Lists are bounded so that one record cannot flood the match index.
 */
export const personShape = {
  names: z.array(personNameSchema).min(1).max(8),
  dateOfBirth: partialDateSchema.optional(),
  sex: sexSchema.optional(),
  addresses: z.array(addressSchema).max(8).default([]),
  nhsNumbers: z
    .array(nhsNumberSchema)
    .max(4)
    .default([])
    .meta({ description: 'Current number first, then superseded ones' }),
  phones: z.array(plainText(20)).max(5).default([]),
  emails: z.array(emailSchema).max(3).default([]),
} as const

export const personSchema = z.strictObject(personShape)
export type Person = z.infer<typeof personSchema>
