import { eventOf } from '../../concerns/event-of.ts'
import { consentOf, type StoredConcern } from '../../concerns/stored-concern.ts'
import type { ChildId } from '../../kernel/ids.ts'
import { present } from '../../kernel/present.ts'
import type { Stage } from '../../people/stage.ts'
import type { Decision } from '../../sharing/decision.ts'
import type { Facts } from '../../sharing/facts.ts'
import type { AlertContent } from './alert-content.ts'
import { accumulatedOf, earlierOf, type PastOfConcern } from './past-of-concern.ts'
import { type CareRule, careOf } from './special-care.ts'

type Concern = StoredConcern['concern']
type Banner = AlertContent['banners'][number]

/** No status, no reason for not asking, or want of capacity that nobody is said to have assessed. */
const isConsentIncomplete = ({ consent }: Concern, facts: Facts): boolean =>
  facts.consent === null ||
  (facts.consent === 'NOT_SOUGHT' && facts.whyNotSought === null) ||
  (facts.consent === 'LACKS_CAPACITY' &&
    (consent?.capacityAssessor === undefined || consent.capacityAssessedOn === undefined))

/** What a duty social worker must see before reading on. @see safeguarding features F5, F8 */
const bannersOf = (
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
    PHONE_FIRST: concern.harm === 'H4' && concern.phoneCallMade?.made !== true,
    UNMATCHED: !isMatched,
    PREVIOUS_REMOVAL: facts.flags.includes('PREVIOUS_REMOVAL'),
    UNBORN: care.includes('F8-UNBORN'),
    UNDER_TWO: care.includes('F8-UNDER_TWO'),
    CONSENT_INCOMPLETE: isConsentIncomplete(concern, facts),
    PROTECTED_ADDRESS: false,
    CORRECTION: isCorrection,
  }
  return Object.entries(shown).flatMap(([banner, isShown]) => (isShown ? [banner as Banner] : []))
}

const subjectOf = ({ subject }: Concern): AlertContent['subject'] => ({
  names: subject.names,
  ...present({ dateOfBirth: subject.dateOfBirth, sex: subject.sex }),
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
    ...present({ safeContact }),
  }
}

/** A child of the recipient's, with what its age asks for. */
export type ToldChild = Stage & { readonly childId: ChildId; readonly relationship: string }

type Decided = {
  readonly decision: Decision
  readonly facts: Facts
  readonly history: PastOfConcern
  /** The day it is in London, as an ISO date. */
  readonly today: string
}

/** What an alert says in codes and dates. */
const codesOf = (
  { concernId, concern }: StoredConcern,
  children: readonly ToldChild[],
  { decision, facts, history, today }: Decided,
) => {
  const childIds = children.map(({ childId }) => childId)
  const earlier = earlierOf(concernId, childIds, history)
  // Of an adopted child the alert tells nothing, so not its age either (X6).
  const known = facts.flags.includes('ADOPTED') ? [] : children
  const care = careOf(concern, facts, { known, today })
  // Only where what it corrects may be seen: else the banner would tell of a concern that was held.
  const isCorrection = earlier.some(({ entryId }) => entryId === history.corrects)
  return {
    harm: decision.harmAfter,
    factors: facts.factors,
    tellParent: decision.tellParent,
    banners: bannersOf(concern, facts, { isMatched: children.length > 0, isCorrection, care }),
    care,
    accumulation: accumulatedOf(facts, history),
    earlier,
  }
}

const eventIn = ({ concern, receivedAt }: StoredConcern): AlertContent['event'] => {
  const { eventOn, isOngoing } = eventOf(concern, receivedAt)
  return { on: eventOn, isOngoing }
}

/**
 * Everything an alert could say, before redaction. Nothing here may leave without `redact`; nothing is left out here
 * because of what may be shared, so that redaction has one place.
 */
export const contentOf = (
  stored: StoredConcern,
  children: readonly ToldChild[],
  decided: Decided,
): AlertContent => {
  const { concern, submittedBy } = stored
  const { name, role, secureEmail, phone, outOfHours, workBase } = concern.referrer
  const consent = consentOf(stored)
  return {
    ...codesOf(stored, children, decided),
    reason: concern.reason,
    children: children.map(({ childId, relationship }) => ({ childId, relationship })),
    event: eventIn(stored),
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
      agencyName: submittedBy.agencyName,
      name,
      role,
      secureEmail,
      phone,
      ...present({ outOfHours }),
    },
    protected: [],
  }
}
