import { recordedFactors } from '../../concerns/child-victim.ts'
import { eventOf } from '../../concerns/event-of.ts'
import { consentOf, type StoredConcern } from '../../concerns/stored-concern.ts'
import { present } from '../../kernel/present.ts'
import { tellParentNow } from '../../sharing/tell-parent.ts'
import { accountOf } from './account-of.ts'
import type { AlertContent } from './alert-content.ts'
import { bannersOf } from './banners-of.ts'
import { accumulatedOf, earlierOf } from './past-of-concern.ts'
import { adultsTold, childrenTold, whereaboutsTold } from './people-told.ts'
import { safetyOf } from './safety-of.ts'
import { careOf } from './special-care.ts'
import type { Told } from './told.ts'

/** What an alert says in codes and dates. */
const codesOf = (told: Told) => {
  const { stored, known, decision, facts, recipient, corrects, today } = told
  const { concern, concernId, receivedAt } = stored
  const earlier = earlierOf(
    concernId,
    known.map(({ childId }) => childId),
    told.earlier,
  )
  const care = careOf(concern, facts, { known, today })
  // Only where what it corrects may be seen: else the banner would tell of a concern that was held.
  const isCorrection = earlier.some(({ entryId }) => entryId === corrects)
  const { eventOn, isOngoing } = eventOf(concern, receivedAt)
  return {
    harmSent: facts.harm,
    harm: decision.harmAfter,
    raisedBy: decision.raisedBy,
    decision: decision.decision,
    rule: decision.rule,
    basis: decision.basis,
    policyVersion: decision.policyVersion,
    why: [...recipient.why],
    alsoTold: [...recipient.alsoTold],
    tellParent: tellParentNow(decision, facts),
    flags: facts.flags,
    factors: recordedFactors(concern),
    banners: bannersOf(told, { isCorrection, care }),
    care,
    event: { on: eventOn, isOngoing },
    joined: [...known],
    accumulation: accumulatedOf(facts, told.contributing, recipient),
    earlier,
  }
}

const consentIn = (stored: StoredConcern): AlertContent['consent'] => {
  const consent = consentOf(stored)
  return present({
    status: consent?.status,
    whyNotSought: consent?.whyNotSought,
    whyOverridden: stored.concern.whyOverridden,
    parentAware: consent?.parentAware,
    parentView: consent?.parentView,
  })
}

/**
 * Everything an alert could say to one recipient, before redaction. Nothing here may leave without `redact`; nothing is
 * left out here because of what may be shared, so that redaction has one place.
 */
export const contentOf = (told: Told): AlertContent => {
  const { stored } = told
  const { concern, submittedBy } = stored
  const { phoneCallMade: phoneCall, ownReference } = concern
  const { workBase: _place, ...referrer } = concern.referrer
  const { agencyName } = submittedBy
  return {
    ...codesOf(told),
    reason: concern.reason,
    adults: adultsTold(concern),
    children: childrenTold(concern),
    whereabouts: whereaboutsTold(concern),
    safety: safetyOf(concern),
    consent: consentIn(stored),
    ...present({ phoneCall, ownReference }),
    ...accountOf(stored),
    referrer: { agencyName, ...referrer },
    protected: [],
  }
}
