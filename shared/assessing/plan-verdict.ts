import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { DecisionKind } from '../sharing/decision.ts'
import { conclude } from '../sharing/timeout.ts'
import type { Plan, Step } from './assess.ts'
import type { Known } from './gathered.ts'
import { type Before, laterPlan } from './later-plan.ts'

/** What a reviewer's verdict on disclosure makes of the assessment that asked, under the policy that made that one. */
export const planVerdict = (
  stored: StoredConcern,
  { verdict, ...before }: Before & { readonly verdict: DecisionKind },
  step: Step,
): Plan => {
  const { decision, facts } = before.previous
  return laterPlan(stored, { ...before, decision: conclude(decision, facts, verdict) }, step)
}

/** Whether every adult that a verdict names is on the register. */
export const areKnown = (adultIds: readonly string[], { adults }: Known): boolean =>
  adultIds.every((id) => adults.some(({ adultId }) => adultId === id))
