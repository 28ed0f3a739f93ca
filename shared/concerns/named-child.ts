import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { yesNoUnknown } from '../codes/adult-codes.ts'
import { relationshipToChildCodes } from '../codes/relationships.ts'
import { nhsNumberSchema } from '../people/nhs-number.ts'
import { addressSchema, partialDateSchema, personNameSchema } from '../people/person.ts'
import { plainLines, plainText } from '../people/plain-text.ts'
import { adultRefSchema, mostOtherAdults } from './person-ref.ts'

/** How one adult of the concern stands to this child. */
const relationshipSchema = z.strictObject({
  adult: adultRefSchema,
  relationship: z.enum(relationshipToChildCodes).default('UNKNOWN'),
  livesWithChild: z.enum(yesNoUnknown).default('UNKNOWN'),
})

/** A child as the referrer knows them. @see CIN census rule 8525: date of birth or expected date, not both */
export const namedChildSchema = z
  .strictObject({
    name: personNameSchema.optional(),
    alsoKnownAs: z.array(personNameSchema).max(8).default([]),
    dateOfBirth: partialDateSchema.optional(),
    expectedDateOfDelivery: calendarDateSchema.optional(),
    ageYears: z.int().min(0).max(18).optional().meta({
      description: 'As told, where no date of birth is known',
    }),
    sex: z.enum(['M', 'F', 'U']).default('U'),
    nhsNumber: nhsNumberSchema.optional(),
    address: addressSchema.optional(),
    locationNow: plainLines(200).optional(),
    school: plainText(200).optional(),
    gp: plainText(200).optional(),
    relationships: z
      .array(relationshipSchema)
      .max(mostOtherAdults + 1)
      .default([]),
    disability: plainLines(200).optional(),
    firstLanguage: plainText(100).optional(),
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
