import { consentOf, type StoredConcern } from '../concerns/stored-concern.ts'
import type { ChildId } from '../kernel/ids.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Facts } from '../sharing/facts.ts'
import type { AlertContent } from './alert-content.ts'
import { accumulatedOf, earlierOf, type History } from './history.ts'

type Concern = StoredConcern['concern']
type Banner = AlertContent['banners'][number]

const twoYears = 24

/** What a duty social worker must see before reading on. @see safeguarding features F5, F8 */
const bannersOf = (
  concern: Concern,
  facts: Facts,
  { isMatched, isCorrection }: { readonly isMatched: boolean; readonly isCorrection: boolean },
): Banner[] => {
  const shown: Record<Banner, boolean> = {
    PHONE_FIRST: concern.harmLevel === 'H4' && concern.phoneCallMade?.made !== true,
    UNMATCHED: !isMatched,
    PREVIOUS_REMOVAL: facts.flags.includes('PREVIOUS_REMOVAL'),
    UNBORN: facts.flags.includes('UNBORN'),
    UNDER_TWO: facts.childAgeMonths !== null && facts.childAgeMonths < twoYears,
    CONSENT_INCOMPLETE:
      facts.consent === null || (facts.consent === 'NOT_SOUGHT' && facts.whyNotSought === null),
    PROTECTED_ADDRESS: false,
    CORRECTION: isCorrection,
  }
  return Object.entries(shown).flatMap(([banner, isShown]) => (isShown ? [banner as Banner] : []))
}

const subjectOf = ({ subject }: Concern): AlertContent['subject'] => ({
  names: subject.names,
  ...(subject.dateOfBirth !== undefined && { dateOfBirth: subject.dateOfBirth }),
  ...(subject.sex !== undefined && { sex: subject.sex }),
  nhsNumbers: subject.nhsNumbers,
  relationshipToChild: subject.relationshipToChild,
  contactLevel: subject.contactLevel,
  parentalResponsibility: subject.parentalResponsibility,
})

const childrenNamedIn = ({ children }: Concern): NonNullable<AlertContent['childrenNamed']> =>
  children.map(({ name, dateOfBirth, expectedDateOfDelivery, sex }) => ({
    sex,
    ...present({ name, dateOfBirth, expectedDateOfDelivery }),
  }))

const domesticAbuseOf = ({
  domesticAbuse,
}: Concern): Pick<AlertContent, 'domesticAbuse' | 'safeContact'> => {
  if (domesticAbuse === undefined) return {}
  const { role, childPresent, maracReferred, dash, safeContact } = domesticAbuse
  return {
    domesticAbuse: {
      role,
      childPresent,
      maracReferred,
      ...(dash !== undefined && { dashLevel: dash.level }),
    },
    ...(safeContact !== undefined && { safeContact }),
  }
}

const present = <T extends object>(values: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

/**
 * Everything an alert could say, before redaction. Nothing here may leave without `redact`; nothing is left out here
 * because of what may be shared, so that redaction has one place.
 */
export const contentOf = (
  stored: StoredConcern,
  children: readonly { readonly childId: ChildId; readonly relationship: string }[],
  {
    decision,
    facts,
    history,
  }: { readonly decision: Decision; readonly facts: Facts; readonly history: History },
): AlertContent => {
  const { concernId, concern, submittedBy } = stored
  const childIds = children.map(({ childId }) => childId)
  const earlier = earlierOf(concernId, childIds, history)
  // Only where what it corrects may be seen: else the banner would tell of a concern that was held.
  const isCorrection = earlier.some(({ entryId }) => entryId === history.corrects)
  const { name, role, secureEmail, phone, outOfHours, workBase } = concern.referrer
  const consent = consentOf(stored)
  return {
    harmLevel: decision.harmAfter,
    factors: concern.factors,
    reason: concern.reason,
    tellParent: decision.tellParent,
    banners: bannersOf(concern, facts, { isMatched: children.length > 0, isCorrection }),
    children: children.map(({ childId, relationship }) => ({ childId, relationship })),
    accumulation: accumulatedOf(facts, history),
    earlier,
    subject: subjectOf(concern),
    childrenNamed: childrenNamedIn(concern),
    addresses: concern.subject.addresses,
    phones: concern.subject.phones,
    emails: concern.subject.emails,
    narrative: concern.narrative,
    keepConfidentialFrom: concern.keepConfidentialFrom,
    ...present({
      childLocationNow: concern.childLocationNow,
      protectiveFactors: concern.protectiveFactors,
      childView: concern.childView,
      parentView: consent?.parentView,
      consentStatus: consent?.status,
      referrerWorkBase: workBase,
    }),
    ...domesticAbuseOf(concern),
    referrer: {
      organisation: submittedBy.agencyName,
      name,
      role,
      secureEmail,
      phone,
      ...present({ outOfHours }),
    },
    protected: [],
  }
}
