import { describe, expect, it } from 'vitest'
import { questionKinds } from '../../../shared/codes/question-kinds.ts'
import { conclusionOf, questions, reviewKinds } from '../../../shared/reviews/questions.ts'
import { leads } from '../../../shared/sharing/decision.ts'
import { policies } from '../../../shared/sharing/policies.ts'
import type { DecidingRule } from '../../../shared/sharing/rule.ts'
import { silence } from '../../../shared/sharing/rules/silence.ts'

const deciding: readonly DecidingRule[] = [
  silence,
  ...policies.flatMap(({ rules }) =>
    rules.flatMap((rule) => (rule.kind === 'decides' ? rule : [])),
  ),
]
const asksAPerson = ({ cells }: DecidingRule): boolean =>
  cells.some(({ decision }) => decision === 'HUMAN_REVIEW')

describe('what a row of the decision table asks of a person', () => {
  it.each(deciding)('$id has a question exactly where it may ask', (rule) => {
    expect(rule.asks !== undefined).toBe(asksAPerson(rule))
  })

  it('is about disclosure, and asked of a lead on the discloser’s side, never of a council', () => {
    for (const { asks } of deciding) {
      if (asks === undefined) continue
      expect(leads).toContain(asks.of)
      expect(questionKinds).toContain(asks.kind)
    }
    expect(
      deciding.filter(({ asks }) => asks?.of === 'partnership-lead').map(({ id }) => id),
    ).toEqual(expect.arrayContaining(['R16']))
  })

  const clocked = deciding
    .flatMap((rule) => rule.cells.map((cell) => ({ rule, cell })))
    .filter(({ cell: { decision } }) => decision === 'HUMAN_REVIEW')

  it.each(clocked)('$rule.id can be answered with what the clock would do', ({ rule, cell }) => {
    const { verdicts } = questions[rule.asks?.kind ?? 'undecided']
    expect(verdicts.map((verdict) => conclusionOf(verdict))).toContain(cell.onTimeout)
  })
})

describe('a question', () => {
  it('is of identity, which asks of nobody whether anything is shared, or of disclosure', () => {
    expect(reviewKinds).toEqual([...questionKinds, 'identity'])
    expect(questions.identity.verdicts.map((verdict) => conclusionOf(verdict))).toEqual([
      undefined,
      undefined,
    ])
    for (const kind of questionKinds)
      for (const verdict of questions[kind].verdicts) expect(conclusionOf(verdict)).toBe(verdict)
  })

  it.each([
    ['identity', ['IDENTIFIED', 'NOBODY']],
    ['refused-consent', ['SHARE', 'SHARE_MINIMAL', 'HOLD']],
    ['detriment', ['SHARE', 'SHARE_MINIMAL', 'HOLD']],
    ['purpose', ['SHARE', 'HOLD']],
    ['watched', ['SHARE_MINIMAL', 'HOLD']],
    ['no-reason', ['SHARE', 'SHARE_MINIMAL', 'HOLD']],
    ['undecided', ['SHARE', 'SHARE_MINIMAL', 'HOLD']],
  ] as const)('%s can be decided by %j', (kind, verdicts) => {
    expect(questions[kind].verdicts).toEqual(verdicts)
  })
})
