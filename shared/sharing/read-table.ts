// The table, read from the top: raises on the way, then the first row that decides, and what that leaves to a person.
import type { Decision } from './decision.ts'
import type { Facts } from './facts.ts'
import type { Policy } from './policy.ts'
import type { Cell, DecidingRule, Question } from './rule.ts'
import { isOutsidePurpose, outsidePurpose } from './rules/outside-purpose.ts'
import { silence } from './rules/silence.ts'
import { type Situation, situationOf } from './situation.ts'

/** Where the reading ended, and on what. */
export type Reading = Pick<Decision, 'raisedBy'> & {
  readonly rule: DecidingRule
  readonly cell: Cell
  /** With the level after the raises. */
  readonly situation: Situation
}

const cellOf = ({ applies, cells }: DecidingRule, situation: Situation): Cell | undefined =>
  applies(situation) ? cells.find(({ holds }) => holds(situation)) : undefined

export const readTable = (rules: Policy['rules'], facts: Facts): Reading => {
  let situation = situationOf(facts)
  const raisedBy: Decision['raisedBy'] = []
  for (const rule of rules) {
    if (rule.kind === 'raises') {
      if (!rule.applies(situation)) continue
      situation = { ...situation, harm: rule.raisesTo[situation.harm] }
      raisedBy.push(rule.id)
      continue
    }
    const cell = cellOf(rule, situation)
    if (cell !== undefined) return { rule, cell, situation, raisedBy }
  }
  return { rule: silence, cell: silence.cells[0], situation, raisedBy }
}

const askedBy = (rule: DecidingRule, situation: Situation): Question | undefined =>
  cellOf(rule, situation)?.decision === 'HUMAN_REVIEW' ? rule.asks : undefined

/** What the row asks: its own question, or that of the first row it stands before which would ask. */
export const questionOf = ({ rule, situation }: Reading): Question | undefined =>
  [rule, ...(rule.standsBefore ?? [])].map((one) => askedBy(one, situation)).find(Boolean)

/** Whether a wrong tick is asked about: where reading went past R1 although the purpose is another. */
export const asksPurpose = ({ rule, situation }: Reading): boolean =>
  rule !== outsidePurpose && isOutsidePurpose(situation)

/** Everything that a person is asked about disclosure. Only the first can be what the decision waits for. */
export const questionsOf = (reading: Reading): Question[] => {
  const question = questionOf(reading)
  return [
    ...(question === undefined ? [] : [question]),
    ...(asksPurpose(reading) ? [{ kind: 'purpose', of: 'sender-lead' } as const] : []),
  ]
}
