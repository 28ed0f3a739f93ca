import { describe, expect, it } from 'vitest'
import { admit, guarded } from '../../../shared/http/guard.ts'
import { auditor, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, now, refusalOf } from '../../builders/ports.ts'

const aGuard = (caller = westmarch) => {
  const { recording, port, done, said } = aTrace()
  let asks = 0
  const guard = guarded({
    ...recording,
    issuer: 'https://hub.example/v1',
    publicKeys: () => {
      asks += 1
      return Promise.reject(new Error('no key'))
    },
    askAgain: async () => undefined,
    log: () => undefined,
    isThere: async () => false,
    keyedHash: async () => 'hash',
    tally: async () => ({ counts: {}, isAsked: false }),
    ask: async () => undefined,
  })
  const seen: unknown[] = []
  const verify = port('verify', (...what: unknown[]) => {
    seen.push(what)
    return caller
  })
  return { guard, knowing: { ...guard, verify, byOf }, done, said, seen, asks: () => asks }
}

describe('a guard', () => {
  it('admits a caller whose role and scope allow the action, on the token as of now', async () => {
    const { knowing, done, seen } = aGuard()
    expect(await admit('token-1', 'alert.read', knowing)).toEqual(westmarch)
    expect(seen).toEqual([['token-1', now]])
    expect(done).toEqual(['verify'])
  })

  it.each([
    ['another role', auditor, 'alert.read'],
    ['a scope too few', westmarch, 'review.read'],
  ] as const)('turns away a caller of %s, and records it first', async (_, caller, action) => {
    const { knowing, done, said } = aGuard(caller)
    await expect(admit('token-1', action, knowing)).rejects.toMatchObject({ code: 'not-permitted' })
    expect(done).toEqual(['verify', 'record'])
    expect(said()).toEqual([refusalOf(caller, action)])
  })

  it('asks for the key again after it could not be had', async () => {
    const { guard, asks } = aGuard()
    await expect(guard.verify('a.b.c', now)).rejects.toThrow('no key')
    await expect(guard.verify('a.b.c', now)).rejects.toThrow('no key')
    expect(asks()).toBe(2)
  })
})
