// Whether what a service says about an adult may go to children's social care: the first row that answers.
import { basisOf } from './basis.ts'
import type { Decision, DecisionKind } from './decision.ts'
import type { Facts } from './facts.ts'
import { latestPolicy } from './policies.ts'
import type { Policy } from './policy.ts'
import type { Cell, DecidingRule } from './rule.ts'
import { silence } from './rules/silence.ts'
import { hasRiskReason, isDomesticAbuse, type Situation, situationOf } from './situation.ts'

const shares = (decision: DecisionKind): boolean =>
  decision === 'SHARE' || decision === 'SHARE_MINIMAL'

/** What a decision of this kind says about telling the parent and about identity, for these facts under this rule. */
export const effectsOf = (
  decision: DecisionKind,
  rule: DecidingRule,
  situation: Situation,
): Pick<Decision, 'tellParent' | 'unmatchedAlert'> => {
  const unmatchedAlert = shares(decision) && situation.facts.match !== 'CONFIRMED'
  if (!shares(decision) || rule.neverTellsParent || hasRiskReason(situation))
    return { tellParent: 'no', unmatchedAlert }
  return {
    tellParent: isDomesticAbuse(situation.facts) ? 'safe-contact-only' : 'yes',
    unmatchedAlert,
  }
}

type Reading = Pick<Decision, 'raisedBy'> & {
  readonly rule: DecidingRule
  readonly cell: Cell
  readonly situation: Situation
}

const read = (rules: Policy['rules'], facts: Facts): Reading => {
  let situation = situationOf(facts)
  const raisedBy: Decision['raisedBy'] = []
  for (const rule of rules) {
    if (!rule.applies(situation)) continue
    if (rule.kind === 'raises') {
      situation = { ...situation, harm: rule.raisesTo[situation.harm] }
      raisedBy.push(rule.id)
      continue
    }
    const cell = rule.cells.find(({ holds }) => holds(situation))
    if (cell !== undefined) return { rule, cell, situation, raisedBy }
  }
  return { rule: silence, cell: silence.cells[0], situation, raisedBy }
}

/** {@link decide} under a given policy: the one in force on the day, an earlier one to replay, or one proposed. */
export const decideUnder = ({ version, rules }: Policy, facts: Facts): Decision => {
  const { rule, cell, situation, raisedBy } = read(rules, facts)
  const disclosure = effectsOf(cell.decision, rule, situation)
  return {
    id: facts.id,
    rule: rule.id,
    decision: cell.decision,
    harmAfter: situation.harm,
    raisedBy,
    tellParent: disclosure.tellParent,
    dueInWorkingDays: cell.dueInWorkingDays,
    onTimeout: cell.onTimeout,
    basis: basisOf(situation),
    unmatchedAlert: cell.alertsUnmatched ?? disclosure.unmatchedAlert,
    policyVersion: version,
  }
}

/**
 * Decides what may lawfully be shared, under the latest policy. Pure and total: every input has one answer, and one that
 * no row decides is held under R0. A decision says what may go and to whom it is told; fields are dropped later, by
 * `redact`.
 * @see Children Act 2004, s.16LA; docs/decision-table.md
 */
export const decide = (facts: Facts): Decision => decideUnder(latestPolicy, facts)
