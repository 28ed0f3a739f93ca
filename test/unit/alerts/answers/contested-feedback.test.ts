import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../../infra/stages/local.ts'
import { contestedIn, withChallenge } from '../../../../shared/alerts/answers/contested-feedback.ts'
import {
  contestSilence,
  silenceContested,
  withSilence,
} from '../../../../shared/alerts/answers/contested-silence.ts'
import type { StoredConcern } from '../../../../shared/concerns/stored-concern.ts'
import { alertIdSchema } from '../../../../shared/kernel/ids.ts'
import { aConcern } from '../../../builders/a-concern.ts'
import { anId, aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { told } from '../../../builders/told.ts'

type Feedback = StoredConcern['feedback'][number]

const anAlertId = (number: number) => alertIdSchema.parse(anId(number))
const challenge = { level: 'manager', reason: 'Why.', at: '2026-11-26T10:00:00.000Z' } as const
const feedback = (
  feedbackNumber: number,
  alert: number,
  change: Partial<Feedback> = {},
): Feedback => ({
  feedbackNumber,
  alertId: anAlertId(alert),
  authority: westmarch,
  outcome: 'ADVICE_GIVEN',
  lines: told('No.'),
  at: '2026-11-25T10:00:00.000Z',
  ...change,
})

describe('the answer that a challenge contests', () => {
  const given = [
    feedback(1, 2, { challenge }),
    feedback(2, 3, { authority: northmoor }),
    feedback(3, 2),
    feedback(4, 5, { challenge }),
  ]

  it.each([
    ['one that there is not', 5, undefined],
    ['one before the newest of its alert', 1, undefined],
    ['one that is contested already', 4, undefined],
    ['the newest of its alert', 3, 2],
    ['the newest of another', 2, 3],
  ] as const)('by the number of %s', (...[, number, alert]) => {
    const stored = aStoredConcern({ feedback: given })
    expect(contestedIn(stored, number)).toBe(alert && anAlertId(alert))
  })
})

describe('a concern whose answer is contested', () => {
  it('is with the authority again, and keeps both answers', () => {
    const stored = aStoredConcern({
      state: 'FED_BACK',
      feedback: [feedback(1, 2), feedback(2, 2, { lines: told('Still no.') }), feedback(3, 3)],
    })
    expect(withChallenge(stored, 2, challenge)).toEqual({
      ...stored,
      version: 2,
      state: 'ALERTED',
      feedback: [
        feedback(1, 2),
        feedback(2, 2, { lines: told('Still no.'), challenge }),
        feedback(3, 3),
      ],
    })
  })

  it('stays in review where it was', () => {
    const stored = aStoredConcern({ state: 'IN_REVIEW', feedback: [feedback(1, 2)] })
    expect(withChallenge(stored, 1, challenge).state).toBe('IN_REVIEW')
  })
})

describe('a challenge of silence', () => {
  const received = (harm: 'H1' | 'H2' | 'H4') =>
    aStoredConcern({
      concern: { ...aStoredConcern().concern, ...aConcern({ harm }) } as StoredConcern['concern'],
      receivedAt: '2026-11-23T10:00:00.000Z',
    })

  it.each([
    ['H4', '2026-11-23T23:59:59.998Z', '2026-11-23T23:59:59.999Z'],
    ['H2', '2026-11-24T23:59:59.998Z', '2026-11-24T23:59:59.999Z'],
    ['H1', '2026-11-26T23:59:59.998Z', '2026-11-26T23:59:59.999Z'],
  ] as const)('at %s is taken from the end of the day by which an answer was due', (...args) => {
    const [harm, before, at] = args
    expect(contestSilence(received(harm), 'Why.', new Date(before))).toBeUndefined()
    expect(contestSilence(received(harm), 'Why.', new Date(at))).toEqual({
      level: 'manager',
      reason: 'Why.',
      at,
    })
  })

  it('is taken once at each level, whatever state the concern is in', () => {
    const now = new Date('2026-12-01T10:00:00Z')
    for (const state of ['RECEIVED', 'HELD', 'IN_REVIEW', 'ALERTED', 'FED_BACK'] as const) {
      let stored: StoredConcern = { ...received('H2'), state }
      const levels: string[] = []
      for (let time = 0; time < 4; time += 1) {
        const silence = contestSilence(stored, 'Why.', now)
        levels.push(silence?.level ?? 'none')
        if (silence !== undefined) stored = withSilence(stored, silence)
      }
      expect(levels).toEqual(['manager', 'head', 'partnership', 'none'])
      expect(stored.version).toBe(4)
    }
  })

  it('reaches an alert that owes an answer, a version on, and leaves its clock as it was', () => {
    for (const state of ['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'CHALLENGED'] as const) {
      const alert = anAlert({ state })
      expect(silenceContested(alert, challenge)).toEqual({
        ...alert,
        version: 2,
        silences: [challenge],
      })
    }
    expect(silenceContested(anAlert({ state: 'FED_BACK' }), challenge)).toBeUndefined()
  })
})
