// What a decision that waited for a person becomes, once the person answered or the time ran out.
import { effectsOf } from './decide.ts'
import type { Decision, DecisionKind } from './decision.ts'
import type { Facts } from './facts.ts'
import { atOnce, type Clock } from './rule.ts'
import { ruleOf } from './rule-of.ts'
import { situationOf } from './situation.ts'

/** `lead`: whether the review has passed to the safeguarding lead, or the lead is only told of the outcome. */
export type Lapse = {
  readonly decision: Decision
  readonly lead: 'reviews' | 'is-told' | 'not-involved'
}

/** Where the table gives a later review no clock: it is asked for again each working day and never closes by itself. */
const untilAnswered: Clock = { dueInWorkingDays: 1, onTimeout: 'HUMAN_REVIEW' }

/**
 * The decision that a review or hold leads to, under the policy that made it: the same rule, level and basis, with the
 * clock of what follows and the parent told as that outcome says. Give the facts as they were decided on, or with the
 * match that the review settled. Whatever is shared goes as an unmatched alert unless the match is confirmed.
 */
export const conclude = (decision: Decision, facts: Facts, outcome: DecisionKind): Decision => {
  const rule = ruleOf(decision)
  const { dueInWorkingDays, onTimeout } =
    outcome === 'HUMAN_REVIEW' ? (rule.laterReview ?? untilAnswered) : atOnce(outcome)
  return {
    ...decision,
    ...effectsOf(outcome, rule, situationOf(facts)),
    decision: outcome,
    dueInWorkingDays,
    onTimeout,
  }
}

/**
 * What a decision becomes when its due day has passed unanswered; undefined where only expiry follows. A review that
 * lapses into a review has passed to the lead, and is asked for again every working day until somebody answers.
 */
export const afterTimeout = (decision: Decision, facts: Facts): Lapse | undefined => {
  if (decision.onTimeout === null) return undefined
  const next = conclude(decision, facts, decision.onTimeout)
  if (decision.decision === 'HUMAN_REVIEW' && next.decision === 'HUMAN_REVIEW')
    return { decision: next, lead: 'reviews' }
  return { decision: next, lead: ruleOf(decision).tellsLeadOnTimeout ? 'is-told' : 'not-involved' }
}
