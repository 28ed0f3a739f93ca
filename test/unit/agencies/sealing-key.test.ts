import { describe, expect, it } from 'vitest'
import { withoutSealingKey, withSealingKey } from '../../../cli/hub/seal-keys.ts'
import type { SealingKey } from '../../../shared/agencies/delivery.ts'
import { sealingKeyAt } from '../../../shared/agencies/sealing-key.ts'

const point = (x: string) => ({ kty: 'EC', crv: 'P-256', x, y: `y-of-${x}` }) as const
const old: SealingKey = { ...point('old'), kid: 'old', from: '2026-01-01T00:00:00.000Z' }
const next: SealingKey = { ...point('next'), kid: 'next', from: '2026-11-01T00:00:00.000Z' }
const now = new Date('2026-11-26T12:00:00.000Z')
const hour = 60 * 60 * 1000

describe('content is sealed', () => {
  it.each<[string, readonly SealingKey[], string | undefined]>([
    ['to the only key', [old], 'old'],
    ['to the newest in force, in whatever order they stand', [next, old], 'next'],
    [
      'to the one before while the next has not begun',
      [old, { ...next, from: '2026-12-01T00:00:00.000Z' }],
      'old',
    ],
    [
      'to the one before when the newest was revoked',
      [old, { ...next, revokedAt: now.toISOString() }],
      'old',
    ],
    ['to none that has ended', [{ ...old, until: now.toISOString() }], undefined],
    [
      'to none that was revoked, even from tomorrow on',
      [{ ...old, revokedAt: '2026-11-27T00:00:00.000Z' }],
      undefined,
    ],
    ['to none where there is none', [], undefined],
  ])('%s', (_, keys, kid) => {
    expect(sealingKeyAt(keys, now)?.kid).toBe(kid)
  })
})

describe('a new sealing key', () => {
  const offered = { ...point('new'), kid: 'new' }

  it('is the newest from now on, and those before end when the overlap is over', () => {
    const keys = withSealingKey([old, next], offered, { now, overlapHours: 48 })
    expect(sealingKeyAt(keys, now)?.kid).toBe('new')
    const [first, second, third] = keys
    expect([first?.until, second?.until, third?.until]).toEqual([
      '2026-11-28T12:00:00.000Z',
      '2026-11-28T12:00:00.000Z',
      undefined,
    ])
    const revoked = withoutSealingKey(keys, 'new', now)
    expect(sealingKeyAt(revoked, now)?.kid).toBe('next')
    expect(sealingKeyAt(revoked, new Date(now.getTime() + 48 * hour))).toBeUndefined()
  })

  it('takes the place of what has ended, and is never what was revoked', () => {
    const ended = { ...old, until: '2026-11-01T00:00:00.000Z' }
    const revoked = { ...next, revokedAt: '2026-11-20T00:00:00.000Z' }
    const keys = withSealingKey([ended, revoked], offered, { now, overlapHours: 0 })
    expect(keys.map(({ kid }) => kid)).toEqual(['next', 'new'])
    const again = { ...point('next'), kid: 'another-name' }
    expect(() => withSealingKey(keys, again, { now, overlapHours: 0 })).toThrow('revoked')
    expect(() =>
      withSealingKey(keys, { ...point('x'), kid: 'next' }, { now, overlapHours: 0 }),
    ).toThrow('held already')
  })

  it('is revoked once, and by a name that is there', () => {
    const keys = withoutSealingKey([old], 'old', now)
    expect(() => withoutSealingKey(keys, 'old', now)).toThrow('already')
    expect(() => withoutSealingKey(keys, 'unknown', now)).toThrow('no sealing key')
  })
})
