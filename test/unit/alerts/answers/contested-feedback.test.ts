import { describe, expect, it } from 'vitest'
import { contestedIn, withChallenge } from '../../../../shared/alerts/answers/contested-feedback.ts'
import type { StoredConcern } from '../../../../shared/concerns/stored-concern.ts'
import { alertIdSchema } from '../../../../shared/kernel/ids.ts'
import { anId, aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { told } from '../../../builders/told.ts'

type Feedback = StoredConcern['feedback'][number]

const anAlertId = (number: number) => alertIdSchema.parse(anId(number))
const feedback = (number: number, change: Partial<Feedback> = {}): Feedback => ({
  alertId: anAlertId(number),
  authority: 'E06000991',
  outcome: 'ADVICE_GIVEN',
  lines: told('No.'),
  at: '2026-11-25T10:00:00.000Z',
  ...change,
})
const northmoor = { authority: 'E08000992' } as const
const challenge = { level: 'manager', reason: 'Why.', at: '2026-11-26T10:00:00.000Z' } as const

describe('the answer that a challenge contests', () => {
  it.each([
    ['nothing before there is one', [], undefined, 'no-answer-yet'],
    ['nothing of an authority that has not answered', [feedback(2)], 'E08000992', 'no-answer-yet'],
    [
      'nobody’s where two have answered',
      [feedback(2), feedback(3, northmoor)],
      undefined,
      'several-answers',
    ],
  ] as const)('is %s', (...[, given, authority, kind]) => {
    expect(contestedIn(aStoredConcern({ feedback: [...given] }), authority)).toEqual({ kind })
  })

  it.each([
    ['the only one', [feedback(2)], undefined, 2],
    ['the newest of the only authority', [feedback(2), feedback(3)], undefined, 3],
    ['that of the authority named', [feedback(2), feedback(3, northmoor)], 'E06000991', 2],
  ] as const)('is %s', (...[, given, authority, expected]) => {
    expect(contestedIn(aStoredConcern({ feedback: [...given] }), authority)).toEqual({
      kind: 'contested',
      alertId: anAlertId(expected),
    })
  })
})

describe('a concern whose answer is contested', () => {
  it('is with the authority again, and keeps both answers', () => {
    const stored = aStoredConcern({
      state: 'FED_BACK',
      feedback: [feedback(2), feedback(2, { lines: told('Still no.') }), feedback(3)],
    })
    expect(withChallenge(stored, anAlertId(2), challenge)).toEqual({
      ...stored,
      version: 2,
      state: 'ALERTED',
      feedback: [feedback(2), feedback(2, { lines: told('Still no.'), challenge }), feedback(3)],
    })
  })

  it('stays in review where it was', () => {
    const stored = aStoredConcern({ state: 'IN_REVIEW', feedback: [feedback(2)] })
    expect(withChallenge(stored, anAlertId(2), challenge).state).toBe('IN_REVIEW')
  })
})
