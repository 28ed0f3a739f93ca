import { describe, expect, it } from 'vitest'
import { decisionOf, kindOf, questions } from '../../../shared/reviews/questions.ts'
import { type RuleId, ruleIds } from '../../../shared/sharing/decision.ts'
import { policies } from '../../../shared/sharing/policies.ts'
import { silence } from '../../../shared/sharing/rules/silence.ts'

/** Rows that leave something to a person, at once or when their clock has run out. */
const asking = (): readonly RuleId[] =>
  [silence, ...policies.flatMap(({ rules }) => rules)].flatMap((rule) =>
    rule.kind === 'decides' &&
    rule.cells.some(
      ({ decision, onTimeout }) => decision === 'HUMAN_REVIEW' || onTimeout === 'HUMAN_REVIEW',
    )
      ? [rule.id]
      : [],
  )

describe('every row that asks a person', () => {
  it.each(asking())('%s says what it asks', (rule) => {
    expect(questions[kindOf(rule)].verdicts.length).toBeGreaterThan(1)
  })

  const clocked = policies
    .flatMap(({ rules }) => rules)
    .flatMap((rule) => (rule.kind === 'decides' ? rule.cells.map((cell) => ({ rule, cell })) : []))
    .filter(({ rule, cell: { decision, onTimeout } }) => {
      const isReview = decision === 'HUMAN_REVIEW' && onTimeout !== 'HUMAN_REVIEW'
      return isReview && rule.id !== 'R8' // asks who, not what
    })

  it.each(clocked)('$rule.id can be answered with what the clock would do', ({ rule, cell }) => {
    expect(questions[kindOf(rule.id)].verdicts.map(decisionOf)).toContain(cell.onTimeout)
  })
})

it('asks nothing for a row that asks nobody', () => {
  const silent = ruleIds.filter((id) => !asking().includes(id))
  for (const id of silent) expect(() => kindOf(id)).toThrow()
})
