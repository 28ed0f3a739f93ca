import { describe, expect, it } from 'vitest'
import { idsOfRecord, idsOfWaiting } from '../../../shared/streams/joined-ids.ts'

const recordOf = (pk: string) => ({ dynamodb: { Keys: { pk: { S: pk }, sk: { S: 'CONCERN' } } } })

describe('the lines of a record of a stream', () => {
  it.each([
    ['CONCERN#id-1', { concernId: 'id-1' }],
    ['ALERT#id-1', { alertId: 'id-1' }],
    ['REVIEW#id-1', { reviewId: 'id-1' }],
    ['OUTBOX#id-1#1#alerts-x', { recordId: 'id-1' }],
    ['CHILD#authority.C1', {}],
    ['WAITING#0', {}],
  ])('of %s are found by %j', (pk, ids) => {
    expect(idsOfRecord(recordOf(pk))).toEqual(ids)
  })

  it('are found by nothing where it has no key', () => {
    expect(idsOfRecord({})).toEqual({})
  })
})

describe('the lines of what a sweep attends to', () => {
  it.each([
    [{ kind: 'assessment', concernId: 'id-1' }, { concernId: 'id-1' }],
    [{ kind: 'answer', alertId: 'id-1' }, { alertId: 'id-1' }],
    [{ kind: 'review', reviewId: 'id-1' }, { reviewId: 'id-1' }],
    [{ kind: 'relay', recordId: 'id-1', recordVersion: 1, to: 'x' }, { recordId: 'id-1' }],
    [{ kind: 'household', of: 'child', id: 'authority.C1', revision: 1 }, {}],
    [{ kind: 'quota', clientId: 'a', day: '2026-11-26' }, {}],
  ])('of %j are found by %j', (waiting, ids) => {
    expect(idsOfWaiting(waiting as Parameters<typeof idsOfWaiting>[0])).toEqual(ids)
  })
})
