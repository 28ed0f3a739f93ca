// Whether what a service says about an adult may go to children's social care: the first row that answers.
import { basisOf } from './basis.ts'
import { type Decision, isShared } from './decision.ts'
import { type Facts, nothingKnown } from './facts.ts'
import { latestPolicy } from './policies.ts'
import type { Policy } from './policy.ts'
import { questionOf, questionsOf, type Reading, readTable } from './read-table.ts'
import { tellParentOf } from './tell-parent.ts'

/** What a decision, and what the clock or a person makes of it, says beside whether anything is shared. */
export const effectsOf = (
  { decision, onTimeout }: Pick<Decision, 'decision' | 'onTimeout'>,
  { situation, raisedBy }: Pick<Reading, 'situation' | 'raisedBy'>,
): Pick<Decision, 'tellParent' | 'identityReview'> => {
  const { match } = situation.facts
  const isUnsure = match === 'POSSIBLE' || match === 'MANY'
  const reaches = isShared(decision) || (onTimeout !== null && isShared(onTimeout))
  return {
    tellParent: tellParentOf(decision, situation, { isDelusion: raisedBy.includes('R4') }),
    identityReview: isUnsure && reaches,
  }
}

/** {@link decide} under a given policy: the one in force on the day, an earlier one to replay, or one proposed. */
export const decideUnder = ({ version, rules }: Policy, facts: Facts): Decision => {
  const reading = readTable(rules, facts)
  const { rule, cell, situation, raisedBy } = reading
  const { decision, dueInWorkingDays, onTimeout } = cell
  const { tellParent, identityReview } = effectsOf(cell, reading)
  return {
    id: facts.id,
    rule: rule.id,
    decision,
    harmAfter: situation.harm,
    raisedBy,
    tellParent,
    asked: questionOf(reading)?.of ?? null,
    asksSenderLead: questionsOf(reading).some((question) => question.of === 'sender-lead'),
    dueInWorkingDays,
    onTimeout,
    identityReview,
    leadsOnly: facts.flags.includes('STAFF_CONFLICT'),
    basis: basisOf(situation),
    policyVersion: version,
  }
}

/**
 * Decides what may lawfully be shared, under the latest policy. Pure and total: every input has one answer. A decision
 * says what may go and to whom it is told; fields are dropped at each reading, by `redact`.
 * @see Children Act 2004, s.16LA; docs/decision-table.md
 */
export const decide = (facts: Facts): Decision => decideUnder(latestPolicy, facts)

/** Whether the table shares on what was sent alone: all that a sender may be told of before there is feedback. */
export const sharesOnSentFacts = (policy: Policy, facts: Facts): boolean =>
  isShared(decideUnder(policy, { ...facts, ...nothingKnown }).decision)
