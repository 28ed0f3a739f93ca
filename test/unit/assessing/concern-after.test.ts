import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Household } from '../../../shared/assessing/assess.ts'
import { listedConcernOf } from '../../../shared/concerns/followed-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { changeIdSchema } from '../../../shared/kernel/ids.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aMatch } from '../../builders/an-assessment.ts'
import { committed, familyKnown, familyUnknown } from './assessed.ts'

type Sent = Parameters<typeof aStoredConcern>[1]
type Status = 'WITHDRAWN' | 'REFUSED' | 'NOT_SOUGHT' | 'LACKS_CAPACITY'
const consentNow = (status: Status): NonNullable<StoredConcern['consentNow']> => ({
  changeId: changeIdSchema.parse(anId(5)),
  consent: { status, parentAware: 'UNKNOWN' },
})
const refusal = { consent: { status: 'REFUSED' } } as const

describe('where an assessment leaves the concern', () => {
  it.each<[string, Sent]>([
    ['ALERTED', {}],
    ['IN_REVIEW', refusal],
    ['HELD', { harm: 'H0' }],
  ])('is %s', (state, sent) => {
    expect(committed(aStoredConcern({}, sent), familyUnknown).concern).toMatchObject({
      state,
      version: 2,
      assessments: 1,
    })
  })

  it.each(['FED_BACK', 'WITHDRAWN'] as const)('stays %s', (state) => {
    expect(committed(aStoredConcern({ state }), familyUnknown).concern.state).toBe(state)
  })

  it('expires while it is held, and no more once it is not', () => {
    const held = committed(aStoredConcern({}, { harm: 'H0' }), familyUnknown).concern
    expect(held.expiresAt).toBe('2027-02-21T10:00:00.000Z')
    const shared = committed({ ...held, ...aStoredConcern() }, familyUnknown).concern
    expect(shared).not.toHaveProperty('expiresAt')
  })
})

describe('a concern that somebody was told of', () => {
  const told = committed(aStoredConcern(), familyUnknown)
  const withdrawal = (status: Status): StoredConcern => ({
    ...told.concern,
    consentNow: consentNow(status),
  })
  const again = (stored: StoredConcern, household: Household = familyUnknown) =>
    committed(stored, household, { alerts: told.alerts })

  it.each(['WITHDRAWN', 'REFUSED', 'NOT_SOUGHT'] as const)(
    'stays ALERTED without expiry when consent becomes %s, and nobody is asked about it',
    async (status) => {
      for (const household of [familyUnknown, await familyKnown()]) {
        const { concern, raised, changed, messages } = again(withdrawal(status), household)
        expect(concern).toMatchObject({ state: 'ALERTED', reviewIds: [], told: told.concern.told })
        expect(concern).not.toHaveProperty('expiresAt')
        expect(raised).toEqual([])
        expect(changed.filter(({ decision }) => decision !== 'SHARE')).toEqual([])
        expect(messages.filter(({ type }) => type === 'review.raised')).toEqual([])
      }
    },
  )

  it('stays ALERTED where what is left would be held', () => {
    const { concern } = committed(
      { ...told.concern, concern: { ...told.concern.concern, harm: 'H0' } },
      familyUnknown,
      { alerts: told.alerts },
    )
    expect([concern.state, concern.expiresAt]).toEqual(['ALERTED', undefined])
  })

  it('tells whoever is found later no more than silence would', async () => {
    const confirmed = aMatch('CONFIRMED', { confirmed: [`${northmoor}.A1001`] })
    const elsewhere: Household = {
      ...(await familyKnown({
        authority: northmoor,
        status: { code: 'EARLY_HELP', from: '2026-03-02' },
      })),
      matches: [{ person: 'subject', kind: 'adult', match: confirmed }],
    }
    const { alerts, assessment } = again(withdrawal('WITHDRAWN'), elsewhere)
    expect(assessment).toMatchObject({ concluded: 'SHARE_MINIMAL', decision: { rule: 'R12' } })
    expect(alerts.map(({ authority, decision }) => [authority, decision])).toEqual([
      [northmoor, 'SHARE_MINIMAL'],
    ])
  })

  it('is asked about where only what is known told of it, as for any family (R19)', async () => {
    const planned = committed(aStoredConcern({}, refusal), await familyKnown())
    expect(planned.raised).toHaveLength(1)
    const { raised, ended } = committed(planned.concern, await familyKnown(), {
      alerts: planned.alerts,
      reviews: planned.raised,
    })
    expect([raised, ended]).toEqual([[], []])
  })

  it('gets its next version where an answer widens it', async () => {
    const planned = committed(aStoredConcern({}, refusal), await familyKnown())
    const answered = committed(
      {
        ...planned.concern,
        concluded: { kind: 'refused-consent', answer: 'SHARE', at: '2026-11-24T10:00:00.000Z' },
      },
      await familyKnown(),
      { alerts: planned.alerts },
    )
    expect(answered.changed).toMatchObject([{ decision: 'SHARE', version: 2 }])
  })
})

/** The end of the minute in which it was received and decided. */
const askedAt = '2026-11-23T10:01:00.000Z'

describe('what the sender may see', () => {
  it.each<[Sent, object]>([
    [{}, { isShared: true, isReturned: false, isReasonAsked: false, holder: westmarch }],
    [
      { harm: 'H0' },
      { isShared: false, isReturned: false, isReasonAsked: false, holder: westmarch },
    ],
    [
      { purpose: 'other' },
      { isShared: false, isReturned: true, isReasonAsked: false, askedAt, holder: westmarch },
    ],
    [refusal, { isShared: false, isReturned: false, isReasonAsked: false, holder: westmarch }],
  ])('follows from what was sent: %j', async (sent, seen) => {
    const stored = aStoredConcern({}, sent)
    expect(committed(stored, familyUnknown).concern.seen).toEqual(seen)
    expect(committed(stored, await familyKnown()).concern.seen).toEqual(seen)
  })

  it.each([
    ['at once', '2026-11-23T10:00:00.000Z', '2026-11-23T10:01:00.000Z'],
    ['within the minute', '2026-11-23T10:00:40.000Z', '2026-11-23T10:01:00.000Z'],
    ['after hours in which nothing ran', '2026-11-23T14:00:00.001Z', '2026-11-23T14:01:00.000Z'],
  ])(
    'says of what is returned the end of the minute in which it was decided, and no moment before: %s',
    (...[, at, until]) => {
      const returned = aStoredConcern({}, { purpose: 'other' })
      const { concern } = committed(returned, familyUnknown, { at: new Date(at) })
      expect(concern.seen).toMatchObject({ isReturned: true, askedAt: until })
      expect(listedConcernOf(concern)).toMatchObject({ status: 'returned', changedAt: until })
    },
  )

  it('stays what it was once it was shared on what was sent', () => {
    const { concern } = committed(aStoredConcern(), familyUnknown)
    const changed = { ...concern, consentNow: consentNow('NOT_SOUGHT') }
    expect(committed(changed, familyUnknown).concern.seen).toEqual(concern.seen)
  })

  it('is no more than it was once a concern about unknown people would be gone', async () => {
    const { concern } = committed(aStoredConcern({}, refusal), familyUnknown)
    const given = consentNow('LACKS_CAPACITY')
    const soon = { ...concern, consentNow: given }
    expect(committed(soon, familyUnknown).concern.seen).toMatchObject({ isShared: true })
    const late = { ...soon, receivedAt: '2025-11-20T10:00:00.000Z' }
    expect(committed(late, await familyKnown()).concern.seen).toEqual(concern.seen)
    expect(committed(late, familyUnknown).concern.seen).toEqual(concern.seen)
  })

  it('is that a reason is asked for, where none was given and no duty binds (R14b)', async () => {
    const { submittedBy } = aStoredConcern()
    const stored = aStoredConcern(
      { submittedBy: { ...submittedBy, agencyType: 'domestic-abuse' } },
      { consent: { status: 'NOT_SOUGHT', whyNotSought: 'NO_REASON' } },
    )
    const asked = { isReturned: false, isReasonAsked: true, askedAt }
    const seen = { isShared: false, ...asked, holder: westmarch }
    expect(committed(stored, familyUnknown).concern.seen).toEqual(seen)
    expect(committed(stored, await familyKnown()).concern).toMatchObject({ state: 'ALERTED', seen })
  })
})
