import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import {
  type Account,
  accountFor,
  boundMilliseconds,
  terms,
} from '../../../shared/casework/conservation.ts'
import { concernStates } from '../../../shared/concerns/stored-concern.ts'
import { aReview } from '../../builders/a-review.ts'
import { aConcernId, anId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'

const now = new Date('2026-11-23T12:00:00.000Z')
const at = (milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString()
const justInBound = at(-boundMilliseconds)
const pastBound = at(-boundMilliseconds - 1)
const later = at(1)

type Standing = NonNullable<Account['standing']>

const anAccount = (change: Partial<Account> = {}): Account => ({
  concernId: aConcernId(),
  isKept: true,
  alerts: [],
  reviews: [],
  ...change,
})

const standing = (state: Standing['state'], change: Partial<Standing> = {}): Standing => ({
  state,
  reviewIds: [],
  told: [],
  ...change,
})

const toldBy = (alert: Alert, clock: string | undefined = alert.dueAt): Partial<Account> => ({
  standing: standing('ALERTED', {
    told: [{ authority: alert.authority, alertId: alert.alertId }],
  }),
  alerts: [{ alert, clock }],
})

const found = (change: Partial<Account>): string => accountFor(anAccount(change), now)

describe('a concern', () => {
  it('is lost without the words that were sent, in every state', () => {
    const states = [undefined, ...concernStates]
    const all = states.map((state) =>
      found({ isKept: false, standing: state && standing(state), arrivedAt: later }),
    )
    expect(new Set(all)).toEqual(new Set(['words-lost']))
  })

  it.each([
    ['in-flight', justInBound],
    ['not-assessed', pastBound],
    ['forgotten', undefined],
  ])('that nothing was made of is %s when it has waited since %s', (expected, arrivedAt) => {
    expect(found({ arrivedAt })).toBe(expected)
    expect(found({ arrivedAt, standing: standing('RECEIVED') })).toBe(expected)
  })

  it.each([
    ['held', later],
    ['held', justInBound],
    ['held-past-its-end', pastBound],
    ['held-without-end', undefined],
  ])('in HELD is %s when it expires at %s', (expected, expiresAt) => {
    expect(found({ standing: standing('HELD', { expiresAt }) })).toBe(expected)
  })

  it.each(['WITHDRAWN', 'EXPIRED'] as const)('in %s is in the term of that name', (state) => {
    expect(found({ standing: standing(state) })).toBe(state.toLowerCase())
  })
})

describe('a concern in review', () => {
  const review = aReview()
  const asked = (change: Partial<Account> = {}): string =>
    found({ standing: standing('IN_REVIEW', { reviewIds: [review.reviewId] }), ...change })

  it('is in review while one waits for its clock', () => {
    expect(asked({ reviews: [{ review, clock: review.dueAt }] })).toBe('in-review')
  })

  it('is in review while a verdict is still to take effect', () => {
    const pending = aReview({ state: 'DECIDED', isPending: true })
    expect(asked({ reviews: [{ review: pending, clock: later }] })).toBe('in-review')
  })

  it.each([
    ['review-lost', []],
    ['review-lost', [{ review: aReview({ state: 'LAPSED' }), clock: undefined }]],
    ['no-clock', [{ review, clock: undefined }]],
    ['clock-stopped', [{ review, clock: pastBound }]],
  ])('is %s when the rows say so', (expected, reviews) => {
    expect(asked({ reviews })).toBe(expected)
  })

  it('is lost when one of two reviews is not there', () => {
    const two = standing('IN_REVIEW', { reviewIds: [review.reviewId, review.reviewId] })
    expect(found({ standing: two, reviews: [{ review, clock: later }] })).toBe('review-lost')
  })
})

describe('a concern that was told', () => {
  it.each([
    ['in-flight', {}],
    ['escalated', { chases: 1, chaseAt: later }],
    ['acknowledged', { state: 'ACKNOWLEDGED' }],
    ['acknowledged', { state: 'DECIDED' }],
    ['acknowledged', { state: 'CHALLENGED' }],
  ] as const)('is %s by an alert that is %o', (expected, change) => {
    expect(found(toldBy(anAlert(change), later))).toBe(expected)
  })

  it('is acknowledged with no clock when nothing is owed', () => {
    const alert = anAlert({ state: 'FED_BACK' })
    expect(found(toldBy(alert, undefined))).toBe('acknowledged')
  })

  it.each([
    ['no-clock', undefined],
    ['clock-stopped', pastBound],
  ])('is %s by an alert that the clock looks at %s', (expected, clock) => {
    const { standing: stands } = toldBy(anAlert())
    expect(found({ standing: stands, alerts: [{ alert: anAlert(), clock }] })).toBe(expected)
  })

  it('is lost with an alert of it', () => {
    expect(found({ ...toldBy(anAlert()), alerts: [] })).toBe('alert-lost')
  })

  it('and names nobody is in no term', () => {
    expect(found({ standing: standing('ALERTED') })).toBe('told-nobody')
  })

  it('is where the one of its alerts is that has come least far', () => {
    const other = anAlert({ alertId: anId(9) as Alert['alertId'], state: 'ACKNOWLEDGED' })
    const { alerts = [] } = toldBy(anAlert(), later)
    const two = standing('ALERTED', {
      told: [anAlert(), other].map(({ authority, alertId }) => ({ authority, alertId })),
    })
    const accounts = [...alerts, { alert: other, clock: later }]
    expect(found({ standing: two, alerts: accounts })).toBe('in-flight')
    expect(terms).toContain('in-flight')
  })
})
