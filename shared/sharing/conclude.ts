// What a decision that waited for a person becomes, once the person answered or the time ran out.
import { type Conclusion, conclusions } from '../codes/conclusions.ts'
import { HubError } from '../kernel/hub-error.ts'
import { effectsOf } from './decide.ts'
import { type Decision, isShared } from './decision.ts'
import type { Facts } from './facts.ts'
import { policyOf } from './policies.ts'
import { questionsOf, readTable } from './read-table.ts'
import type { Question } from './rule.ts'
import { ruleOf } from './rule-of.ts'

type Decided = Pick<Decision, 'policyVersion'>

/** The table as it was read for this decision. @throws HubError for a policy never published */
const readingOf = ({ policyVersion }: Decided, facts: Facts) => {
  const policy = policyOf(policyVersion)
  if (policy === undefined) throw new HubError('internal', `there is no policy ${policyVersion}`)
  return readTable(policy.rules, facts)
}

/** What a person is asked about this decision; only the first question can be what it waits for. */
export const questionsAbout = (decision: Decided, facts: Facts): Question[] =>
  questionsOf(readingOf(decision, facts))

/**
 * The decision that a review leads to, under the policy that made it: the same rule, level and basis, with nothing to
 * wait for, and the parent told as that outcome says. What was shared already is never recalled: a lesser answer
 * changes nothing. Give the facts as they were decided on.
 */
export const conclude = (decision: Decision, facts: Facts, answer: Conclusion): Decision => {
  const before = decision.decision
  const isLess =
    isShared(before) &&
    conclusions.findIndex((one) => one === answer) > conclusions.findIndex((one) => one === before)
  const concluded = {
    decision: isLess ? before : answer,
    dueInWorkingDays: null,
    onTimeout: null,
  }
  return { ...decision, ...concluded, ...effectsOf(concluded, readingOf(decision, facts)) }
}

/** `tellsPartnershipLead`: nothing was shared, and the lead of the partnership is told so. */
export type Lapse = { readonly decision: Decision; readonly tellsPartnershipLead: boolean }

/** What a decision becomes when its due day has passed unanswered; undefined where only expiry follows. */
export const afterTimeout = (decision: Decision, facts: Facts): Lapse | undefined => {
  if (decision.onTimeout === null) return undefined
  const next = conclude(decision, facts, decision.onTimeout)
  const isTold = ruleOf(decision).tellsPartnershipLead === true && !isShared(next.decision)
  return { decision: next, tellsPartnershipLead: isTold }
}
