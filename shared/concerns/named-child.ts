import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { nhsNumberSchema } from '../people/nhs-number.ts'
import { partialDateSchema, personNameSchema } from '../people/person.ts'

/** A child as the referrer knows them. @see CIN census rule 8525: exactly one of date of birth and expected date */
export const namedChildSchema = z
  .strictObject({
    name: personNameSchema.optional(),
    dateOfBirth: partialDateSchema.optional(),
    expectedDateOfDelivery: calendarDateSchema.optional(),
    sex: z.enum(['M', 'F', 'U']).default('U'),
    nhsNumber: nhsNumberSchema.optional(),
    livesWithSubject: z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN'),
  })
  .refine(
    (child) => child.dateOfBirth === undefined || child.expectedDateOfDelivery === undefined,
    {
      error: 'give a date of birth or an expected date of delivery, not both',
      path: ['expectedDateOfDelivery'],
    },
  )
  .refine((child) => child.expectedDateOfDelivery === undefined || child.sex === 'U', {
    error: 'the sex of an unborn child is U',
    path: ['sex'],
  })
