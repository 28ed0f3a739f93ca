import { describe, expect, it } from 'vitest'
import { protects } from '../../../shared/household/protects.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const abuse = { childPresent: 'UNKNOWN' } as const

describe('a concern protects its household', () => {
  it.each([
    ['abuse by its flag', { flags: ['DA'] }],
    ['MARAC', { flags: ['MARAC'] }],
    ['a referral to MARAC', { domesticAbuse: { ...abuse, maracReferred: true } }],
    ['a restricted address', { flags: ['RESTRICTED_ADDRESS'] }],
    ['abuse of the child', { factors: ['3A'] }],
    ['abuse of the parent', { factors: ['3B'] }],
    ['abuse of another', { factors: ['3C'] }],
    ['somebody to keep it from', { keepConfidentialFrom: [{ person: 'Craig', why: 'Violent.' }] }],
  ] as const)('by %s', (_, sent) => {
    expect(protects(aStoredConcern({}, sent as object))).toBe(true)
  })

  it('not by anything else', () => {
    const sent = { flags: ['UNBORN', 'STAFF_CONFLICT'], factors: ['2B'] } as const
    expect(protects(aStoredConcern({}, sent as object))).toBe(false)
  })

  it.each([
    '/keepConfidentialFrom',
    '/keepConfidentialFrom/0/why',
    '/domesticAbuse/safeContact',
    '/flags/0',
    '/factors/1',
    '/keep_from',
  ])('by what was sent at %s and could not be understood', (pointer) => {
    const unread = [{ pointer, written: 'Craig must not know' }]
    expect(protects(aStoredConcern({ unread }))).toBe(true)
  })

  it('by such a part among those that found no room of their own', () => {
    const unread = [{ pointer: '', written: '/x/1: 7\n/domesticAbuse: he hits her' }]
    expect(protects(aStoredConcern({ unread }))).toBe(true)
  })

  it('not by any other part that could not be understood', () => {
    const unread = [{ pointer: '/subject/nhsNumbers/0', written: 'keep safe' }]
    expect(protects(aStoredConcern({ unread }))).toBe(false)
  })
})
