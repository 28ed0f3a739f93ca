import { describe, expect, it } from 'vitest'
import { raisedMessage } from '../../../shared/alerts/alert-message.ts'
import type { Plan } from '../../../shared/assessing/assess.ts'
import { type Assessment, assessmentCauses } from '../../../shared/assessing/assessment.ts'
import { commitOf, stateAfter } from '../../../shared/assessing/commit-plan.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { reviewIdSchema } from '../../../shared/kernel/ids.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { aReview } from '../../builders/a-review.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

// A Monday in London.
const now = new Date('2026-11-23T10:00:00.000Z')
const newId = (): string => anId(7)
const record = recorderFor({ actor: 'assess-concern' }, now, newId)

const aPlan = (
  facts: Partial<Facts> = {},
  change: Partial<Plan> = {},
  assessment: Partial<Assessment> = {},
): Plan => ({
  assessment: anAssessment(facts, assessment),
  alerts: [],
  merged: [],
  chronologies: [],
  unchanged: [],
  ...change,
})
const commit = (plan: Plan, stored: StoredConcern = aStoredConcern(), more = {}) =>
  commitOf(stored, plan, { now, newId, record, ...more })

describe('where a decision leaves the concern', () => {
  it.each([
    ['SHARE', 'ALERTED'],
    ['SHARE_MINIMAL', 'ALERTED'],
    ['HUMAN_REVIEW', 'IN_REVIEW'],
    ['HOLD', 'HELD'],
  ] as const)('%s: %s', (decision, state) => {
    expect(stateAfter({ decision })).toBe(state)
  })
})

describe('what one assessment changes', () => {
  it('is, of a decision to share, the concern, its alerts and their messages', () => {
    const alert = anAlert({ harm: 'H1' })
    const plan = aPlan({}, { alerts: [alert] })
    const made = commit(plan)
    expect(made.concern).toEqual({ ...aStoredConcern(), version: 2, state: 'ALERTED' })
    expect(made.alerts).toEqual([alert])
    expect(made.messages).toEqual([raisedMessage(alert, now)])
    expect(made.reviews).toEqual([])
    expect(made.assessment).toBe(plan.assessment)
    expect(made.withheld.map(({ childId }) => childId)).toEqual(['E06000991.C1'])
    expect(made.shown).toEqual([])
    expect(made.entries.map(({ action }) => action)).toEqual(['CONCERN_ASSESSED', 'ALERT_RAISED'])
  })

  it('is, of a question, the review that it raises, and the concern that waits for it', () => {
    const made = commit(aPlan({ consent: 'REFUSED' }))
    const reviewId = reviewIdSchema.parse(anId(7))
    expect(made.concern).toEqual({
      ...aStoredConcern(),
      version: 2,
      state: 'IN_REVIEW',
      waitingUntil: '2026-11-24T23:59:59.999Z',
      reviewId,
    })
    expect(made.reviews).toMatchObject([
      { reviewId, kind: 'refused-consent', forLead: false, dueAt: '2026-11-24T23:59:59.999Z' },
    ])
    expect(made.entries.map(({ action }) => action)).toEqual(['CONCERN_ASSESSED', 'REVIEW_RAISED'])
  })

  it('ends the open review before it raises another, for the lead where the clock ended it', () => {
    for (const state of ['LAPSED', 'OVERTAKEN', 'DECIDED'] as const) {
      const ended = aReview({ state, version: 2 })
      const made = commit(aPlan({ consent: 'REFUSED' }), aStoredConcern(), { ended })
      expect(made.reviews[0]).toBe(ended)
      expect(made.reviews[1]?.forLead).toBe(state === 'LAPSED')
    }
  })

  it('remembers that an authority was told without identity, once it was', () => {
    const told = commit(aPlan({}, { alerts: [anAlert({ kind: 'unmatched' })] }))
    expect(told.concern.alertedWithoutIdentity).toBe(true)
    const stored = aStoredConcern({ alertedWithoutIdentity: true })
    expect(commit(aPlan(), stored).concern.alertedWithoutIdentity).toBe(true)
    const matched = commit(aPlan({}, { alerts: [anAlert()] }))
    expect(matched.concern).not.toHaveProperty('alertedWithoutIdentity')
  })
})

describe('when the clock looks again', () => {
  const reviewed: Partial<Facts> = { consent: 'REFUSED' }
  const until = (
    facts: Partial<Facts>,
    { before, cause = 'received' }: { before?: string; cause?: Assessment['cause'] } = {},
  ) => {
    const stored = aStoredConcern({
      reviewId: reviewIdSchema.parse(anId(4)),
      ...(before !== undefined && { waitingUntil: before }),
    })
    return commit(aPlan(facts, {}, { cause }), stored).concern
  }

  it.each([
    ['never for what is shared', {}, undefined],
    ['never for what only expires', { harm: 'H0' }, undefined],
    ['a working day on for a question', reviewed, '2026-11-24T23:59:59.999Z'],
    [
      'ten working days on for a claimed detriment',
      { flags: ['DETRIMENT_CLAIMED'] },
      '2026-12-07T23:59:59.999Z',
    ],
    [
      'the same day at significant harm',
      { flags: ['DETRIMENT_CLAIMED'], harm: 'H3' },
      '2026-11-23T23:59:59.999Z',
    ],
  ] as const)('is %s', (...[, facts, expected]) => {
    expect(until(facts as Partial<Facts>).waitingUntil).toBe(expected)
  })

  it.each([
    [
      'counts from the due moment that has passed',
      '2026-11-22T23:59:59.999Z',
      '2026-11-23T23:59:59.999Z',
    ],
    [
      'counts from now where that has passed too',
      '2026-11-18T23:59:59.999Z',
      '2026-11-24T23:59:59.999Z',
    ],
    [
      'counts from now before the due moment',
      '2026-11-27T23:59:59.999Z',
      '2026-11-24T23:59:59.999Z',
    ],
  ])('%s', (_, before, expected) => {
    expect(until(reviewed, { before, cause: 'lapsed' }).waitingUntil).toBe(expected)
  })

  it.each(
    Object.entries({
      received: '2026-11-24T23:59:59.999Z',
      lapsed: '2026-11-24T23:59:59.999Z',
      reviewed: '2026-11-24T23:59:59.999Z',
      'consent-changed': '2026-11-23T23:59:59.999Z',
      'household-changed': '2026-11-23T23:59:59.999Z',
    } as const satisfies Record<Assessment['cause'], string>),
  )('after %s is %s, where it was due today', (cause, expected) => {
    const before = '2026-11-23T23:59:59.999Z'
    expect(until(reviewed, { before, cause: cause as Assessment['cause'] }).waitingUntil).toBe(
      expected,
    )
  })

  it('is the new moment after a change where that is the sooner, or the only one', () => {
    const cause = 'consent-changed'
    const later = '2026-11-30T23:59:59.999Z'
    expect(until(reviewed, { before: later, cause }).waitingUntil).toBe('2026-11-24T23:59:59.999Z')
    expect(until(reviewed, { cause }).waitingUntil).toBe('2026-11-24T23:59:59.999Z')
    expect(until({}, { before: later, cause })).not.toHaveProperty('waitingUntil')
  })

  it.each([
    ['no due day', { dueInWorkingDays: null }],
    ['nothing that a passed due day becomes', { onTimeout: null }],
  ])('is never for a decision that has %s', (_, change) => {
    const { decision } = anAssessment({ flags: ['DETRIMENT_CLAIMED'] })
    const plan = aPlan({}, {}, { decision: { ...decision, ...change } })
    expect(commit(plan).concern).not.toHaveProperty('waitingUntil')
  })

  it('leaves no review open that nobody asks', () => {
    expect(until({})).not.toHaveProperty('reviewId')
  })
})

it('records each cause of an assessment by its own action', () => {
  expect(assessmentCauses).toEqual({
    received: { action: 'CONCERN_ASSESSED', keepsDueDay: false },
    lapsed: { action: 'REVIEW_TIMED_OUT', keepsDueDay: false },
    reviewed: { action: 'REVIEW_DECIDED', keepsDueDay: false },
    'consent-changed': { action: 'CONCERN_REASSESSED', keepsDueDay: true },
    'household-changed': { action: 'CONCERN_REASSESSED', keepsDueDay: true },
  })
})
