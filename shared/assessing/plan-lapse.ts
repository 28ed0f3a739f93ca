import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { settledAsItStands } from '../matching/settle-identity.ts'
import { questions } from '../reviews/questions.ts'
import { decideUnder } from '../sharing/decide.ts'
import { policyOn } from '../sharing/policies.ts'
import { askedBy } from '../sharing/rule-of.ts'
import { afterTimeout } from '../sharing/timeout.ts'
import type { Plan, Step } from './assess.ts'
import { type Before, laterPlan } from './later-plan.ts'

/**
 * What a passed due day makes of a review or hold; undefined where only expiry follows. Where one authority has confirmed
 * the subject and another never answered, the confirmed match is decided on as if the other had nobody: what a person has
 * settled is not lost to somebody else's silence.
 */
export const planLapse = (stored: StoredConcern, before: Before, step: Step): Plan | undefined => {
  const { decision, facts, match } = before.previous
  if (questions[askedBy(decision)].settles === 'identity' && match.confirmed.length > 0) {
    const settled = settledAsItStands(match)
    const confirmed = { ...facts, match: settled.band }
    const anew = decideUnder(policyOn(londonDay(step.now)), confirmed)
    return laterPlan(stored, { ...before, decision: anew, facts: confirmed, match: settled }, step)
  }
  const lapse = afterTimeout(decision, facts)
  return lapse && laterPlan(stored, { ...before, decision: lapse.decision }, step)
}
