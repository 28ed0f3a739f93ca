import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { localIdSchema } from '../kernel/ids.ts'
import { nhsNumberSchema } from '../people/nhs-number.ts'
import { addressSchema, partialDateSchema, personNameSchema } from '../people/person.ts'
import { plainText } from '../people/plain-text.ts'
import { adultShape, restrictionSchema } from './adult.ts'
import { childStatusSchema } from './child-status.ts'
import { toldAgreementSchema } from './written-agreement.ts'

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

/** Adults to whom one child may be related: what one transaction holds beside the child. */
export const mostAdults = 12

const told = z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN')

/** How an adult stands to the child. `livesWithChild` is not identity: a household is never a person. */
export const relationShape = {
  relationship: z.enum(relationships),
  relationshipStartedOn: calendarDateSchema.optional(),
  relationshipEndedOn: calendarDateSchema
    .optional()
    .meta({ description: 'Left out, the relationship is in force' }),
  parentalResponsibility: told.meta({ description: 'UNKNOWN takes nothing back' }),
  livesWithChild: told.meta({ description: 'UNKNOWN takes nothing back' }),
} as const

const relatedAdultSchema = z.strictObject({
  id: localIdSchema.meta({ description: 'The authority’s own id of the adult; no personal data' }),
  ...adultShape,
  ...relationShape,
})
export type RelatedAdult = z.infer<typeof relatedAdultSchema>

/** What is said of the child alone, in what is sent and in the register alike. */
export const childFactsShape = {
  authority: authorityCodeSchema.meta({
    description: 'Responsible authority; must be the caller’s own',
  }),
  name: personNameSchema.optional().meta({ description: 'Absent for an unborn or unnamed child' }),
  dateOfBirth: partialDateSchema.optional(),
  expectedDateOfDelivery: calendarDateSchema.optional(),
  sex: z.enum(['M', 'F', 'U']),
  nhsNumber: nhsNumberSchema.optional(),
  uniquePupilNumber: z
    .string()
    .regex(/^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/)
    .optional(),
  status: childStatusSchema,
  allocatedTeam: plainText(100).optional(),
  allocatedTeamContact: plainText(200).optional(),
  school: plainText(200).optional(),
  gp: plainText(200).optional(),
} as const

/** A child known to an authority, with the adults on whom the child depends. @see Standard Safeguarding Dataset */
export const childSchema = z
  .strictObject({
    ...childFactsShape,
    isCanary: z.literal(true).optional().meta({
      description:
        'Nobody real: whoever finds the child or its adults, or reads of them, is looked into. Needs the scope register.unrestrict, stays, and is shown to nobody',
    }),
    alsoKnownAs: z.array(personNameSchema).max(8).default([]),
    earlierStatuses: z.array(childStatusSchema).max(20).default([]).meta({
      description: 'Newest first; a status that is replaced is kept here without being sent again',
    }),
    restricted: z
      .strictObject({
        address: restrictionSchema,
        adopted: restrictionSchema,
        sensitiveService: restrictionSchema,
      })
      .optional(),
    addresses: z.array(addressSchema).max(8).default([]),
    writtenAgreements: z.array(toldAgreementSchema).max(20).default([]).meta({
      description:
        'Time-limited agreements with the parents; while one runs, a new concern is watched',
    }),
    adults: z.array(relatedAdultSchema).max(mostAdults),
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
  .refine(({ writtenAgreements: all }) => new Set(all.map(({ id }) => id)).size === all.length, {
    error: 'each agreement once',
    path: ['writtenAgreements'],
  })
  .refine((child) => new Set(child.adults.map((adult) => adult.id)).size === child.adults.length, {
    error: 'each adult once',
    path: ['adults'],
  })
  .meta({ id: 'Child' })
export type Child = z.infer<typeof childSchema>
