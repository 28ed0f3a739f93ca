import { describe, expect, it } from 'vitest'
import { expiryOf, isPastKeeping } from '../../../shared/chronology/expiry.ts'

const receivedAt = '2026-11-23T10:00:00.000Z'

describe('a concern that is held', () => {
  it.each([
    ['H0', '2027-02-21T10:00:00.000Z'],
    ['H1', '2027-11-23T10:00:00.000Z'],
    ['H2', '2027-11-23T10:00:00.000Z'],
  ] as const)('expires, at %s, at %s', (harmAfter, expiresAt) => {
    expect(expiryOf({ decision: 'HOLD', harmAfter }, receivedAt)).toBe(expiresAt)
  })
})

describe('a concern that is not held', () => {
  it.each(['SHARE', 'SHARE_MINIMAL', 'HUMAN_REVIEW'] as const)('never expires: %s', (decision) => {
    expect(expiryOf({ decision, harmAfter: 'H0' }, receivedAt)).toBeUndefined()
  })
})

describe('what a sender may be shown', () => {
  it.each([
    ['H0', '2027-02-21T09:59:59Z', false],
    ['H0', '2027-02-21T10:00:00Z', true],
    ['H2', '2027-11-23T09:59:59Z', false],
    ['H2', '2027-11-23T10:00:00Z', true],
  ] as const)(
    'changes no more once it would be gone: %s at %s is %s',
    (...[harmAfter, now, isPast]) => {
      expect(isPastKeeping({ harmAfter }, { receivedAt, now: new Date(now) })).toBe(isPast)
    },
  )
})
