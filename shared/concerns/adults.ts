import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { adultRoles, contactLevels, yesNoUnknown } from '../codes/adult-codes.ts'
import { relationshipsToSubject, relationshipToChildCodes } from '../codes/relationships.ts'
import { personShape } from '../people/person.ts'
import { plainText } from '../people/plain-text.ts'

const pregnancySchema = z.strictObject({
  expectedDateOfDelivery: calendarDateSchema,
  hospital: plainText(200).optional(),
  midwife: plainText(200).optional(),
})

const toChildren = {
  relationshipToChild: z.enum(relationshipToChildCodes),
  parentalResponsibility: z.enum(yesNoUnknown).default('UNKNOWN'),
  contactLevel: z.enum(contactLevels),
} as const

/** The adult whom a concern is about. `role` where abuse is told of; left out it is unknown. */
export const subjectSchema = z.strictObject({
  ...personShape,
  ...toChildren,
  role: z.enum(adultRoles).optional(),
  pregnancy: pregnancySchema.optional(),
})

/** A partner, other parent, household member or alleged perpetrator. */
export const otherAdultSchema = z.strictObject({
  ...personShape,
  ...toChildren,
  relationshipToChild: toChildren.relationshipToChild.default('UNKNOWN'),
  relationshipToSubject: z.enum(relationshipsToSubject).default('UNKNOWN'),
  contactLevel: toChildren.contactLevel.default('UNKNOWN'),
  role: z.enum(adultRoles).default('UNKNOWN'),
})
