import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { followedConcernOf, listedConcernOf } from '../../../shared/concerns/followed-concern.ts'
import { concernStates, type StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema, reviewIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { told } from '../../builders/told.ts'

type Feedback = StoredConcern['feedback'][number]
const feedback = (alert: number, change: Partial<Feedback> = {}): Feedback => ({
  feedbackNumber: 1,
  alertId: alertIdSchema.parse(anId(alert)),
  authority: westmarch,
  outcome: 'ASSESSMENT_S17',
  lines: told('We will visit.'),
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

  const seen = { isShared: false, isReturned: false, isReasonAsked: false, holder: westmarch }
  const acknowledgedAt = '2026-11-24T09:00:00.000Z'

  it.each([
    ['returned', 'what was sent is for the sender to put right', { ...seen, isReturned: true }],
    ['reason-asked', 'what was sent lacks a reason', { ...seen, isReasonAsked: true }],
    ['acknowledged', 'what was sent is shared by itself', { ...seen, isShared: true }],
    ['received', 'it is shared by what is known', seen],
  ] as const)('is %s where %s, once somebody has acknowledged it', (...[status, , shown]) => {
    const stored = aStoredConcern({ state: 'ALERTED', seen: shown, acknowledgedAt })
    expect(followedConcernOf(stored).status).toBe(status)
    const changedAt = status === 'acknowledged' ? acknowledgedAt : stored.receivedAt
    expect(listedConcernOf(stored)).toMatchObject({ status, changedAt })
  })

  it('is received until somebody has acknowledged what is shared by itself', () => {
    const stored = aStoredConcern({ state: 'ALERTED', seen: { ...seen, isShared: true } })
    expect(followedConcernOf(stored).status).toBe('received')
  })

  it('shows the answer in words, without who answers, or the alert', () => {
    expect(viewOf(feedback(2, { nextStep: 'A visit.' }))).toEqual({
      concernId: aConcernId(),
      status: 'answered',
      feedback: [
        {
          feedbackNumber: 1,
          outcome: 'ASSESSMENT_S17',
          outcomeLabel: 'Accepted as a referral: assessment under section 17',
          lines: told('We will visit.'),
          nextStep: 'A visit.',
          at: '2026-11-24T10:00:00.000Z',
        },
      ],
    })
  })

  it.each([
    [{ outcome: 'CONFERENCE', conference: 'PRE_BIRTH' }, 'before the birth'],
    [{ outcome: 'PASSED_TO_ALLOCATED_WORKER', whatFollows: 'VISIT' }, 'they will see the family'],
  ] as const)('says what %j means', (change, words) => {
    expect(viewOf(feedback(2, change)).feedback[0]?.outcomeLabel).toContain(words)
  })

  it('is challenged once silence is, until there is an answer', () => {
    const silences = [{ level: 'manager' as const, reason: 'Why.', at: challenge.at }]
    for (const state of ['HELD', 'ALERTED'] as const)
      expect(followedConcernOf(aStoredConcern({ state, silences }))).toEqual({
        concernId: aConcernId(),
        status: 'challenged',
        feedback: [],
      })
    const answered = aStoredConcern({ silences, feedback: [feedback(2)] })
    expect(followedConcernOf(answered).status).toBe('answered')
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
        { state, version: 9, reviewIds: [reviewIdSchema.parse(anId(4))], assessments: 3 },
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
