import { describe, expect, it } from 'vitest'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { committed, familyKnown, familyUnknown } from './assessed.ts'

type Sent = Parameters<typeof aStoredConcern>[1]
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

describe('what the sender may see', () => {
  it.each<[Sent, object]>([
    [{}, { isShared: true, isReturned: false, isReasonAsked: false }],
    [{ harm: 'H0' }, { isShared: false, isReturned: false, isReasonAsked: false }],
    [{ purpose: 'other' }, { isShared: false, isReturned: true, isReasonAsked: false }],
    [refusal, { isShared: false, isReturned: false, isReasonAsked: false }],
  ])('follows from what was sent: %j', async (sent, seen) => {
    const stored = aStoredConcern({}, sent)
    expect(committed(stored, familyUnknown).concern.seen).toEqual(seen)
    expect(committed(stored, await familyKnown()).concern.seen).toEqual(seen)
  })

  it('is that a reason is asked for, where none was given and no duty binds (R14b)', async () => {
    const { submittedBy } = aStoredConcern()
    const stored = aStoredConcern(
      { submittedBy: { ...submittedBy, agencyType: 'domestic-abuse' } },
      { consent: { status: 'NOT_SOUGHT', whyNotSought: 'NO_REASON' } },
    )
    const seen = { isShared: false, isReturned: false, isReasonAsked: true }
    expect(committed(stored, familyUnknown).concern.seen).toEqual(seen)
    expect(committed(stored, await familyKnown()).concern).toMatchObject({ state: 'ALERTED', seen })
  })
})
