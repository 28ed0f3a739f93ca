import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { decideUnder } from '../sharing/decide.ts'
import { policyOn } from '../sharing/policies.ts'
import type { Plan, Step } from './assess.ts'
import { consentFactsOf, lawOn } from './facts-of.ts'
import { type Before, laterPlan } from './later-plan.ts'

/** A concern decided anew on the consent that now stands, by today's policy and law; all other facts are as they were. */
export const planConsent = (stored: StoredConcern, before: Before, step: Step): Plan => {
  const today = londonDay(step.now)
  const facts = { ...before.previous.facts, ...consentFactsOf(stored, today), ...lawOn(today) }
  const decision = decideUnder(policyOn(today), facts)
  return laterPlan(stored, { ...before, facts, decision }, step)
}
