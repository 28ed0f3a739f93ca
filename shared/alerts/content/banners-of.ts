import { isAtLeast } from '../../codes/harm-levels.ts'
import type { Concern } from '../../concerns/concern.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import type { Facts } from '../../sharing/facts.ts'
import type { AlertContent } from './alert-content.ts'
import type { CareRule } from './special-care.ts'

type Banner = AlertContent['banners'][number]

/** No status, no reason for not asking, or want of capacity that nobody is said to have assessed. */
const isConsentIncomplete = ({ consent }: Concern, facts: Facts): boolean =>
  facts.consent === null ||
  (facts.consent === 'NOT_SOUGHT' && facts.whyNotSought === null) ||
  (facts.consent === 'LACKS_CAPACITY' &&
    (consent?.capacityAssessor === undefined || consent.capacityAssessedOn === undefined))

/** What a duty social worker must see before reading on. @see safeguarding features F5, F8 */
export const bannersOf = (
  concern: Concern,
  facts: Facts,
  {
    isMatched,
    isCorrection,
    care,
  }: {
    readonly isMatched: boolean
    readonly isCorrection: boolean
    readonly care: readonly CareRule[]
  },
): Banner[] => {
  const shown: Record<Banner, boolean> = {
    PHONE_FIRST: isAtLeast(concern.harm, 'H4') && concern.phoneCallMade?.made !== true,
    UNMATCHED: !isMatched,
    PREVIOUS_REMOVAL: facts.flags.includes('PREVIOUS_REMOVAL'),
    UNBORN: care.includes('F8-UNBORN'),
    UNDER_TWO: care.includes('F8-UNDER_TWO'),
    CONSENT_INCOMPLETE: isConsentIncomplete(concern, facts),
    // Redaction adds it, which alone knows whether the address is hidden.
    PROTECTED_ADDRESS: false,
    CORRECTION: isCorrection,
  }
  return keysOf(shown).filter((banner) => shown[banner])
}
