import * as z from 'zod'
import { calendarDateSchema } from '../kernel/calendar-date.ts'
import { plainText } from '../people/plain-text.ts'

export const consentStatuses = [
  'GIVEN',
  'REFUSED',
  'WITHDRAWN',
  'NOT_SOUGHT',
  'LACKS_CAPACITY',
] as const
export type ConsentStatus = (typeof consentStatuses)[number]

/** The reasons a practitioner may give for not having asked. The first three are risk reasons. */
export const whyNotSoughtReasons = [
  'RISK_TO_CHILD',
  'RISK_TO_ANOTHER',
  'PREJUDICES_INVESTIGATION',
  'DELAY_HARMS',
  'CANNOT_BE_GIVEN',
  'NOT_REASONABLY_OBTAINABLE',
  'NO_REASON',
] as const
export type WhyNotSought = (typeof whyNotSoughtReasons)[number]

/**
 * What was agreed with the subject, by whom and when. All parts are optional: a missing one marks the concern
 * incomplete but never stops it, because a gap in a form must not bury a grave concern.
 */
export const consentSchema = z.strictObject({
  status: z.enum(consentStatuses).optional(),
  whyNotSought: z
    .enum(whyNotSoughtReasons)
    .optional()
    .meta({ description: 'Expected when status is NOT_SOUGHT' }),
  whatWasAgreed: plainText(500).optional(),
  givenBy: plainText(100).optional(),
  decidedOn: calendarDateSchema.optional(),
  expiresOn: calendarDateSchema.optional(),
  capacityAssessor: plainText(100)
    .optional()
    .meta({ description: 'Expected when status is LACKS_CAPACITY' }),
  capacityAssessedOn: calendarDateSchema.optional(),
  parentAware: z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN'),
  parentView: plainText(500).optional(),
})
