// What a decision that waited for a person becomes, once the person answered or the time ran out.
import { type Conclusion, conclusions } from '../codes/conclusions.ts'
import { effectsOf } from './decide.ts'
import { type Decision, type DecisionKind, isShared } from './decision.ts'
import type { Facts } from './facts.ts'
import { type Policies, policies } from './policies.ts'
import { questionsOf, type Reading, readTable } from './read-table.ts'
import type { Question } from './rule.ts'
import { policyBehind, ruleOf } from './rule-of.ts'

type Decided = Pick<Decision, 'policyVersion'>

/** The table as it was read for this decision. @throws HubError for a policy never published */
const readingOf = (decision: Decided, facts: Facts, among: Policies): Reading =>
  readTable(policyBehind(decision, among).rules, facts)

/** What a person is asked about this decision; only the first question can be what it waits for. */
export const questionsAbout = (decision: Decided, facts: Facts): Question[] =>
  questionsOf(readingOf(decision, facts, policies))

const mostFirst: readonly DecisionKind[] = conclusions

const concluded = (decision: Decision, reading: Reading, answer: Conclusion): Decision => {
  const before = decision.decision
  const isLess = isShared(before) && mostFirst.indexOf(answer) > mostFirst.indexOf(before)
  const outcome = {
    decision: isLess ? before : answer,
    dueInWorkingDays: null,
    onTimeout: null,
  }
  return { ...decision, ...outcome, ...effectsOf(outcome, reading) }
}

/**
 * The decision that a review leads to, under the policy that made it: the same rule, level and basis, with nothing to
 * wait for, and the parent told as that outcome says. What was shared already is never recalled: a lesser answer
 * changes nothing. Give the facts as they were decided on.
 */
export const conclude = (decision: Decision, facts: Facts, answer: Conclusion): Decision =>
  concluded(decision, readingOf(decision, facts, policies), answer)

/** `tellsPartnershipLead`: nothing was shared, and the lead of the partnership is told so. */
export type Lapse = { readonly decision: Decision; readonly tellsPartnershipLead: boolean }

/** What a decision becomes when its due day has passed unanswered; undefined where only expiry follows. */
export const afterTimeout = (
  decision: Decision,
  facts: Facts,
  among: Policies = policies,
): Lapse | undefined => {
  if (decision.onTimeout === null) return undefined
  const next = concluded(decision, readingOf(decision, facts, among), decision.onTimeout)
  const isTold = ruleOf(decision, among).tellsPartnershipLead === true && !isShared(next.decision)
  return { decision: next, tellsPartnershipLead: isTold }
}
