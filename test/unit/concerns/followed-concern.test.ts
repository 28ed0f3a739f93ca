import { describe, expect, it } from 'vitest'
import { followedConcernOf, listedConcernOf } from '../../../shared/concerns/followed-concern.ts'
import { concernStates, type StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'

type Feedback = StoredConcern['feedback'][number]
const feedback = (alert: number, change: Partial<Feedback> = {}): Feedback => ({
  alertId: alertIdSchema.parse(anId(alert)),
  authority: 'E06000991',
  outcome: 'ASSESSMENT',
  message: 'We will visit.',
  at: '2026-11-24T10:00:00.000Z',
  ...change,
})
const challenge = {
  level: 'manager' as const,
  reason: 'She is alone.',
  at: '2026-11-25T10:00:00.000Z',
}
const withdrawal = {
  reason: 'WRONG_PERSON' as const,
  words: 'Another of the same name.',
  at: '2026-11-26T10:00:00.000Z',
}
const viewOf = (...given: Feedback[]) => followedConcernOf(aStoredConcern({ feedback: given }))

describe('a concern as its referrer sees it', () => {
  it.each(['RECEIVED', 'HELD', 'IN_REVIEW', 'ALERTED'] as const)(
    'is received, whatever happened inside: %s',
    (state) => {
      expect(followedConcernOf(aStoredConcern({ state }))).toEqual({
        concernId: aConcernId(),
        status: 'received',
        feedback: [],
      })
    },
  )

  it('shows the answer in words, without the alert that it answers', () => {
    expect(viewOf(feedback(2, { nextStep: 'A visit.' }))).toEqual({
      concernId: aConcernId(),
      status: 'answered',
      feedback: [
        {
          authority: 'E06000991',
          outcome: 'ASSESSMENT',
          outcomeLabel: 'Accepted as a referral: assessment under section 17',
          message: 'We will visit.',
          nextStep: 'A visit.',
          at: '2026-11-24T10:00:00.000Z',
        },
      ],
    })
  })

  it('names no authority but the one that the referrer had named', () => {
    const [own, other] = viewOf(feedback(2), feedback(3, { authority: 'E08000992' })).feedback
    expect(own?.authority).toBe('E06000991')
    expect(Object.keys(other ?? {})).not.toContain('authority')
  })

  it.each([
    [
      'challenged while the newest answer of an alert is',
      [feedback(2, { challenge })],
      'challenged',
    ],
    ['answered once it was answered again', [feedback(2, { challenge }), feedback(2)], 'answered'],
    [
      'challenged while that of any alert is',
      [feedback(2, { challenge }), feedback(3)],
      'challenged',
    ],
  ] as const)('is %s', (_, given, status) => {
    expect(viewOf(...given).status).toBe(status)
  })
})

describe('a concern in its agency’s list', () => {
  const receivedAt = '2026-11-23T10:00:00.000Z'

  it.each(concernStates.filter((state) => state !== 'WITHDRAWN'))(
    'is the same to the last sign whatever happened inside: %s',
    (state) => {
      const stored = aStoredConcern(
        { state, version: 9, waitingUntil: '2026-12-01T00:00:00.000Z' },
        { ownReference: 'TT-17' },
      )
      expect(listedConcernOf(stored)).toStrictEqual({
        concernId: aConcernId(),
        status: 'received',
        ownReference: 'TT-17',
        sentAt: receivedAt,
        changedAt: receivedAt,
      })
    },
  )

  it.each([
    ['an answer', { feedback: [feedback(2)] }, 'answered', '2026-11-24T10:00:00.000Z'],
    [
      'a challenge',
      { feedback: [feedback(2, { challenge })] },
      'challenged',
      '2026-11-25T10:00:00.000Z',
    ],
    ['a withdrawal', { withdrawal, feedback: [feedback(2)] }, 'withdrawn', withdrawal.at],
  ] as const)('is moved by %s', (...[, change, status, changedAt]) => {
    const stored = aStoredConcern({ ...change, feedback: [...change.feedback] })
    expect(listedConcernOf(stored)).toMatchObject({ status, changedAt, sentAt: receivedAt })
  })
})
