import { describe, expect, it } from 'vitest'
import type { PublicKey } from '../../../shared/agencies/public-key.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import { guarded } from '../../../shared/http/guard.ts'
import { accessTokenClaims, signAccessToken } from '../../../shared/http/tokens.ts'
import { drugService } from '../../builders/clients.ts'
import { aSigningKey } from '../../builders/signing-keys.ts'

const issuer = 'https://hub.example/v1'
const now = new Date('2026-11-23T10:00:00.000Z')
const entryId = '01a207d9-2100-7000-8000-000000000001'
const key = aSigningKey()
const keys = [key.jwk]
const client = { ...drugService, active: true, keys: [] }
const claims = accessTokenClaims(client, 'concerns.read', { issuer, now, jti: 'token-1' })
const token = await signAccessToken(claims, key)
const caller = { ...drugService, scopes: ['concerns.read'] }

/** A guard whose keys are fetched by these answers in turn; a missing answer is a failed fetch. */
const aGuard = (...answers: readonly (readonly PublicKey[] | undefined)[]) => {
  const fetched: (readonly PublicKey[] | undefined)[] = []
  const recorded: AuditEntry[] = []
  const again = { asked: 0, after: undefined as number | undefined }
  const log = (): void => undefined
  const deps = {
    issuer,
    log,
    now: () => now,
    newId: () => entryId,
    askAgain: async () => {
      again.asked += 1
      return again.after
    },
    publicKeys: async () => {
      const answer = answers[fetched.length]
      fetched.push(answer)
      if (answer === undefined) throw new Error('no key service')
      return answer
    },
    record: async (entries: readonly AuditEntry[]) => void recorded.push(...entries),
    isThere: async () => false,
    keyedHash: async () => 'hash',
    tally: async () => ({ counts: {}, isAsked: false }),
    ask: async () => undefined,
  }
  return { deps, guard: guarded(deps), fetched, recorded, again }
}

describe('the key of a guard', () => {
  it('passes on what the pipeline and the handlers need', () => {
    const { deps, guard } = aGuard()
    const { log, now: clock, newId, record } = deps
    expect(guard).toMatchObject({ log, now: clock, newId, record })
  })

  it('asks for the keys at a request and not before', async () => {
    const { guard, fetched } = aGuard(keys, keys)
    expect(fetched).toEqual([])
    expect(await guard.verify(token, now)).toEqual(caller)
    expect(await guard.verify(token, now)).toEqual(caller)
    expect(fetched).toEqual([keys, keys])
  })

  it('asks again for a key that a token names and that is not there, and for no other’s sake', async () => {
    const others = [aSigningKey().jwk]
    const { guard, again } = aGuard(keys, others, others, keys, others, others)
    expect(await guard.verify(token, now)).toEqual(caller)
    await expect(guard.verify('no.token.atall', now)).rejects.toMatchObject({
      code: 'token-invalid',
    })
    expect(again.asked).toBe(0)
    expect(await guard.verify(token, now)).toEqual(caller)
    expect(again.asked).toBe(1)
    await expect(guard.verify(token, now)).rejects.toMatchObject({ code: 'token-invalid' })
  })

  it('calls nobody’s token wrong that names a key which cannot be read for now', async () => {
    const others = [aSigningKey().jwk]
    const { guard, again } = aGuard(others, others, others, others, others, keys, keys)
    again.after = 5
    await expect(guard.verify(token, now)).rejects.toMatchObject({
      code: 'key-unavailable',
      retryAfter: 5,
    })
    for (const unnamed of ['no.token.atall', ''])
      await expect(guard.verify(unnamed, now)).rejects.toMatchObject({ code: 'token-invalid' })
    expect(await guard.verify(token, now)).toEqual(caller)
    await expect(guard.verify(`${token}x`, now)).rejects.toMatchObject({ code: 'token-invalid' })
  })

  it('tries a fetch that failed again at the next request', async () => {
    const { guard, fetched } = aGuard(undefined, keys)
    await expect(guard.verify(token, now)).rejects.toThrow('no key service')
    expect(await guard.verify(token, now)).toEqual(caller)
    expect(fetched).toHaveLength(2)
  })

  it('keeps the key when a token is refused', async () => {
    const { guard, fetched } = aGuard(keys, keys)
    const refused = guard.verify(`${token}x`, now)
    await expect(refused).rejects.toMatchObject({ code: 'token-invalid' })
    expect(await guard.verify(token, now)).toEqual(caller)
    expect(fetched).toHaveLength(2)
  })

  it('verifies at the moment it is told', async () => {
    const late = new Date('2026-11-23T10:10:00.000Z')
    await expect(aGuard(keys).guard.verify(token, late)).rejects.toMatchObject({
      code: 'token-invalid',
    })
  })
})
