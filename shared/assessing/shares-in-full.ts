import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { decideUnder } from '../sharing/decide.ts'
import { type Decision, isShared } from '../sharing/decision.ts'
import { nothingKnown } from '../sharing/facts.ts'
import { policyOn } from '../sharing/policies.ts'
import type { Assessment } from './assessment.ts'
import { consentFactsOf } from './facts-of.ts'

type Assessed = Pick<Assessment, 'decision' | 'facts'>

/**
 * What would be decided of a concern on consent as it now stands. What a person or the clock concluded stands as long as
 * consent does; once that has changed, also after an answer, the table alone says. Nothing that is told later presumes it.
 */
const decidedNow = (stored: StoredConcern, { decision, facts }: Assessed, now: Date): Decision => {
  const today = londonDay(now)
  const { consent, whyNotSought } = consentFactsOf(stored, today)
  const isAsDecided = consent === facts.consent && whyNotSought === facts.whyNotSought
  return isAsDecided ? decision : decideUnder(policyOn(today), { ...facts, consent, whyNotSought })
}

/** Whether something more about the subject may be told to those who have all of the concern. */
export const sharesInFull = (stored: StoredConcern, assessed: Assessed, now: Date): boolean =>
  stored.withdrawal === undefined && decidedNow(stored, assessed, now).decision === 'SHARE'

/**
 * Whether the table shares a concern on what was sent alone, with consent as it now stands: then, and only then, its sender
 * may be told something that no answer of a person to that concern says (policy §3).
 */
export const sharesAsSent = (stored: StoredConcern, { facts }: Assessed, now: Date): boolean => {
  const today = londonDay(now)
  const asSent = { ...facts, ...nothingKnown, ...consentFactsOf(stored, today) }
  return stored.withdrawal === undefined && isShared(decideUnder(policyOn(today), asSent).decision)
}
