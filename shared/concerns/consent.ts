import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { consentStatusNames } from '../codes/consent-statuses.ts'
import { whyNotSoughtReasons } from '../codes/why-not-sought.ts'
import { plainLines, plainText } from '../people/plain-text.ts'

/**
 * What was agreed with the subject, by whom and when. All parts are optional: a missing one marks the concern
 * incomplete but never stops it, because a gap in a form must not bury a grave concern.
 */
export const consentSchema = z.strictObject({
  status: z.enum(consentStatusNames).optional(),
  whyNotSought: z
    .enum(whyNotSoughtReasons)
    .optional()
    .meta({ description: 'Expected when status is NOT_SOUGHT' }),
  whatWasAgreed: plainLines(500).optional(),
  givenBy: plainText(100).optional(),
  decidedOn: calendarDateSchema.optional(),
  expiresOn: calendarDateSchema.optional(),
  capacityAssessor: plainText(100)
    .optional()
    .meta({ description: 'Expected when status is LACKS_CAPACITY' }),
  capacityAssessedOn: calendarDateSchema.optional(),
  parentAware: z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN'),
  parentView: plainLines(500).optional(),
})
