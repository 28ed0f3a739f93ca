import type { Caller } from '../agencies/access.ts'
import { recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'
import type { Log } from '../logging/logger.ts'
import { accessTokenVerifier } from './tokens.ts'

/** What every guarded function needs from the world outside. */
export type GuardDeps = {
  readonly issuer: string
  /** The public half of the key that signs access tokens; fetched once, at the first request of a container. */
  readonly publicKey: () => Promise<string>
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly log: Log
  readonly now: Clock
  readonly newId: NewId
}

type Verify = (token: string, now: Date) => Promise<Caller>

/** Verification of tokens and the audit entry of a refusal, for the pipeline; the rest is passed on. */
export const guarded = (deps: GuardDeps) => {
  let verifier: Promise<Verify> | undefined
  const load = async (): Promise<Verify> => accessTokenVerifier(await deps.publicKey(), deps.issuer)
  return {
    log: deps.log,
    now: deps.now,
    newId: deps.newId,
    record: deps.record,
    verify: async (token: string, now: Date): Promise<Caller> => {
      verifier ??= load()
      const verify = await verifier.catch((error: unknown) => {
        verifier = undefined // a failed fetch is tried again by the next request
        throw error
      })
      return verify(token, now)
    },
    recordRefusal: async (caller: Caller, action: string, requestId: string): Promise<void> => {
      const record = recorderOf(caller, requestId, { now: deps.now(), newId: deps.newId })
      await deps.record([
        record('ACCESS_REFUSED', [caller.clientId], { outcome: 'REFUSED', codes: { action } }),
      ])
    },
  }
}
