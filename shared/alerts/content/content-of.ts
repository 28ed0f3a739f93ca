import { eventOf } from '../../concerns/event-of.ts'
import { consentOf, type StoredConcern } from '../../concerns/stored-concern.ts'
import type { ChildId } from '../../kernel/ids.ts'
import { present } from '../../kernel/present.ts'
import type { Stage } from '../../people/stage.ts'
import type { Decision } from '../../sharing/decision.ts'
import type { Facts } from '../../sharing/facts.ts'
import type { AlertContent } from './alert-content.ts'
import { bannersOf } from './banners-of.ts'
import { domesticAbuseOf } from './domestic-abuse-of.ts'
import { accumulatedOf, earlierOf, type PastOfConcern } from './past-of-concern.ts'
import { careOf } from './special-care.ts'
import { subjectOf } from './subject-of.ts'

type Concern = StoredConcern['concern']

const childrenNamedIn = ({ children }: Concern): NonNullable<AlertContent['childrenNamed']> =>
  children.map(({ name, dateOfBirth, expectedDateOfDelivery, sex }) => ({
    sex,
    ...present({ name, dateOfBirth, expectedDateOfDelivery }),
  }))

/** A child of the recipient's, with what its age asks for. */
export type ToldChild = Stage & { readonly childId: ChildId; readonly relationship: string }

type Decided = {
  readonly decision: Decision
  readonly facts: Facts
  readonly past: PastOfConcern
  /** The day it is in London, as an ISO date. */
  readonly today: string
}

/** What an alert says in codes and dates. */
const codesOf = (
  { concernId, concern }: StoredConcern,
  children: readonly ToldChild[],
  { decision, facts, past, today }: Decided,
) => {
  const childIds = children.map(({ childId }) => childId)
  const earlier = earlierOf(concernId, childIds, past)
  // Of an adopted child the alert tells nothing, so not its age either (X6).
  const known = facts.flags.includes('ADOPTED') ? [] : children
  const care = careOf(concern, facts, { known, today })
  // Only where what it corrects may be seen: else the banner would tell of a concern that was held.
  const isCorrection = earlier.some(({ entryId }) => entryId === past.corrects)
  return {
    harm: decision.harmAfter,
    factors: facts.factors,
    tellParent: decision.tellParent,
    banners: bannersOf(concern, facts, { isMatched: children.length > 0, isCorrection, care }),
    care,
    accumulation: accumulatedOf(facts, past),
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
