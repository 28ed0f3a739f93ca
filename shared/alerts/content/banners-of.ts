import { hidesWhereabouts } from '../../codes/domestic-abuse.ts'
import { isAtLeast } from '../../codes/harm-levels.ts'
import { consentOf } from '../../concerns/stored-concern.ts'
import { mayProtect } from '../../household/protects.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import type { AlertContent } from './alert-content.ts'
import type { CareRule } from './special-care.ts'
import type { Told } from './told.ts'

type Banner = AlertContent['banners'][number]

/** No status, no reason for not asking, or want of capacity that nobody is said to have assessed. */
const isConsentIncomplete = ({ stored }: Told): boolean => {
  const { status, whyNotSought, capacityAssessor, capacityAssessedOn } = consentOf(stored) ?? {}
  return (
    status === undefined ||
    (status === 'NOT_SOUGHT' && whyNotSought === undefined) ||
    (status === 'LACKS_CAPACITY' &&
      (capacityAssessor === undefined || capacityAssessedOn === undefined))
  )
}

/** What a duty social worker must see before reading on. @see safeguarding features F5, F8 */
export const bannersOf = (
  told: Told,
  { isCorrection, care }: { readonly isCorrection: boolean; readonly care: readonly CareRule[] },
): Banner[] => {
  const { stored, facts, decision, known, recipient } = told
  const { concern, state, incomplete } = stored
  const shown: Record<Banner, boolean> = {
    PHONE_FIRST: isAtLeast(concern.harm, 'H4') && concern.phoneCallMade?.made !== true,
    UNKNOWN_FAMILY: known.length === 0,
    KNOWN_TO_ANOTHER_AUTHORITY: recipient.holders.length > 0,
    PREVIOUS_REMOVAL: facts.knownRemoval || facts.flags.includes('PREVIOUS_REMOVAL'),
    UNBORN: care.includes('F8-UNBORN'),
    UNDER_TWO: care.includes('F8-UNDER_TWO'),
    CONSENT_INCOMPLETE: isConsentIncomplete(told),
    INCOMPLETE: incomplete === true || recipient.isFamilyIncomplete,
    PROTECTED:
      hidesWhereabouts({ ...facts, isMarac: concern.domesticAbuse?.maracReferred }) ||
      (stored.unread ?? []).some(mayProtect),
    ASK_BEFORE_CONTACT: facts.protectedHousehold,
    LEADS_ONLY: decision.leadsOnly || recipient.isLeadsOnly,
    CORRECTION: isCorrection,
    WITHDRAWN_BY_SENDER: state === 'WITHDRAWN',
  }
  return keysOf(shown).filter((banner) => shown[banner])
}
