import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { localIdSchema } from '../kernel/ids.ts'
import { nhsNumberSchema } from '../people/nhs-number.ts'
import { addressSchema, personNameSchema, personShape } from '../people/person.ts'
import { plainText } from '../people/plain-text.ts'

export const relationships = [
  'MOTHER',
  'FATHER',
  'STEP_PARENT',
  'PARTNER_OF_PARENT',
  'GRANDPARENT',
  'SIBLING',
  'OTHER_RELATIVE',
  'CARER',
  'OTHER',
] as const

/** How an adult stands to the child. `livesWithChild` is not identity: a household is never a person. */
const relatedAdultSchema = z.strictObject({
  id: localIdSchema.meta({ description: 'The authority’s own id of the adult; no personal data' }),
  ...personShape,
  relationship: z.enum(relationships),
  parentalResponsibility: z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN'),
  livesWithChild: z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN'),
  previousRemoval: z.boolean().default(false).meta({
    description:
      'A child of this adult was looked after, adopted or placed under special guardianship',
  }),
})
export type RelatedAdult = z.infer<typeof relatedAdultSchema>

/** A child known to an authority, with the adults on whom the child depends. @see Standard Safeguarding Dataset */
export const childSchema = z
  .strictObject({
    authority: authorityCodeSchema.meta({
      description: 'Responsible authority; must be the caller’s own',
    }),
    name: personNameSchema
      .optional()
      .meta({ description: 'Absent for an unborn or unnamed child' }),
    dateOfBirth: calendarDateSchema.optional(),
    expectedDateOfDelivery: calendarDateSchema.optional(),
    sex: z.enum(['M', 'F', 'U']),
    nhsNumber: nhsNumberSchema.optional(),
    uniquePupilNumber: z
      .string()
      .regex(/^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/)
      .optional(),
    status: z.enum([
      'EARLY_HELP',
      'CHILD_IN_NEED',
      'CHILD_PROTECTION_PLAN',
      'LOOKED_AFTER',
      'ADOPTED',
      'CLOSED',
    ]),
    restricted: z
      .strictObject({
        address: z.boolean().default(false),
        adopted: z.boolean().default(false),
        sensitiveService: z.boolean().default(false),
      })
      .prefault({}),
    allocatedTeam: plainText(100).optional(),
    addresses: z.array(addressSchema).max(8).default([]),
    adults: z.array(relatedAdultSchema).max(8),
  })
  .refine(
    (child) => (child.dateOfBirth === undefined) !== (child.expectedDateOfDelivery === undefined),
    {
      error: 'exactly one of date of birth and expected date of delivery (CIN rule 8525)',
      path: ['dateOfBirth'],
    },
  )
  .refine((child) => child.expectedDateOfDelivery === undefined || child.sex === 'U', {
    error: 'the sex of an unborn child is U (CIN rule 8750)',
    path: ['sex'],
  })
  .refine((child) => new Set(child.adults.map((adult) => adult.id)).size === child.adults.length, {
    error: 'each adult once',
    path: ['adults'],
  })
  .meta({ id: 'Child' })
export type Child = z.infer<typeof childSchema>
