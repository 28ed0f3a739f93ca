import { describe, expect, it } from 'vitest'
import { decisionOf, questions } from '../../../shared/reviews/questions.ts'
import { latestPolicy, policies } from '../../../shared/sharing/policies.ts'
import type { DecidingRule } from '../../../shared/sharing/rule.ts'
import { askedBy } from '../../../shared/sharing/rule-of.ts'
import { silence } from '../../../shared/sharing/rules/silence.ts'

const deciding: readonly DecidingRule[] = [
  silence,
  ...policies.flatMap(({ rules }) =>
    rules.flatMap((rule) => (rule.kind === 'decides' ? rule : [])),
  ),
]

/** Rows that leave something to a person, at once or when their clock has run out. */
const asksAPerson = ({ cells }: DecidingRule): boolean =>
  cells.some(({ decision, onTimeout }) => [decision, onTimeout].includes('HUMAN_REVIEW'))

const policyVersion = latestPolicy.version

describe('what a row of the decision table asks of a person', () => {
  it.each(deciding)('$id has a question exactly where it may ask', (rule) => {
    expect(rule.asks !== undefined).toBe(asksAPerson(rule))
  })

  it.each(deciding.filter(asksAPerson))('$id asks its own question', ({ id, asks }) => {
    expect(askedBy({ rule: id, policyVersion })).toBe(asks)
  })

  it('is each question once, but for the two of a claimed detriment and the two of a refusal', () => {
    expect(
      Object.fromEntries(deciding.flatMap(({ id, asks }) => (asks ? [[id, asks]] : []))),
    ).toEqual({
      R0: 'undecided',
      R1: 'purpose',
      R2: 'staff-conflict',
      R6: 'detriment',
      R7: 'detriment',
      R8: 'identity',
      R12: 'refused-consent',
      R13: 'refused-consent',
      R14b: 'no-reason',
      R16: 'watched',
      R18: 'agreement',
    })
  })

  it('of a row that asks nobody is what should happen, and no error', () => {
    expect(askedBy({ rule: 'R9', policyVersion })).toBe('undecided')
  })

  it('is not guessed of a policy that was never published', () => {
    expect(() => askedBy({ rule: 'R8', policyVersion: '1999-01-01.1' })).toThrow('1999-01-01.1')
  })
})

describe('what follows from a question', () => {
  it.each([
    ['identity', 'identity', 'SHARE', false],
    ['refused-consent', 'disclosure', 'SHARE', false],
    ['detriment', 'disclosure', 'SHARE', false],
    ['staff-conflict', 'disclosure', 'SHARE', false],
    ['purpose', 'disclosure', 'SHARE', false],
    ['watched', 'disclosure', 'SHARE', false],
    ['no-reason', 'disclosure', 'SHARE', false],
    ['agreement', 'disclosure', 'SHARE_MINIMAL', true],
    ['undecided', 'disclosure', 'SHARE', false],
  ] as const)(
    '%s settles %s, shows %s, for the lead: %s',
    (kind, ...[settles, shows, isForLead]) => {
      expect(questions[kind]).toMatchObject({ settles, shows, isForLead })
    },
  )

  it.each([
    ['identity', ['IDENTIFIED', 'NOT_IDENTIFIED']],
    ['refused-consent', ['SHARE_MINIMAL', 'HOLD']],
    ['detriment', ['SHARE', 'SHARE_MINIMAL', 'HOLD']],
    ['staff-conflict', ['SHARE', 'SHARE_MINIMAL', 'HOLD']],
    ['purpose', ['SHARE', 'HOLD']],
    ['watched', ['SHARE_MINIMAL', 'HOLD']],
    ['no-reason', ['SHARE_MINIMAL', 'HOLD']],
    ['agreement', ['SHARE', 'SHARE_MINIMAL', 'HOLD']],
    ['undecided', ['SHARE', 'SHARE_MINIMAL', 'HOLD']],
  ] as const)('%s can be decided by %j', (kind, verdicts) => {
    expect(questions[kind].verdicts).toEqual(verdicts)
  })

  const clocked = deciding
    .flatMap((rule) => rule.cells.map((cell) => ({ rule, cell })))
    .filter(({ rule, cell: { decision, onTimeout } }) => {
      const isReview = decision === 'HUMAN_REVIEW' && onTimeout !== 'HUMAN_REVIEW'
      return isReview && rule.asks !== 'identity' // asks who, not what
    })

  it.each(clocked)('$rule.id can be answered with what the clock would do', ({ rule, cell }) => {
    expect(questions[rule.asks ?? 'undecided'].verdicts.map(decisionOf)).toContain(cell.onTimeout)
  })
})

it.each([
  ['IDENTIFIED', undefined],
  ['NOT_IDENTIFIED', undefined],
  ['SHARE', 'SHARE'],
  ['SHARE_MINIMAL', 'SHARE_MINIMAL'],
  ['HOLD', 'HOLD'],
] as const)('the verdict %s decides %s', (verdict, decision) => {
  expect(decisionOf(verdict)).toBe(decision)
})
