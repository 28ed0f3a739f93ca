import { type Action, type Caller, mayEver } from '../agencies/access.ts'
import type { PublicKey } from '../agencies/public-key.ts'
import type { By } from '../agencies/recorder-of.ts'
import { type Counted, type CountUseDeps, countCall, overQuota } from '../casework/count-use.ts'
import { type RecordRefusalDeps, recordRefusal } from '../casework/record-refusal.ts'
import type { QuotaKind } from '../codes/quotas.ts'
import type { Clock } from '../kernel/clock.ts'
import { HubError } from '../kernel/hub-error.ts'
import type { Log } from '../logging/logger.ts'
import { accessTokenVerifier, namesAnother } from './tokens.ts'

/** What every guarded function needs from the world outside. */
export type GuardDeps = CountUseDeps &
  RecordRefusalDeps & {
    readonly issuer: string
    /** The public halves of the keys that sign access tokens: the same list until there is another. Asked for at each request. */
    readonly publicKeys: () => Promise<readonly PublicKey[]>
    /**
     * Asks again for a key that could not be read. Where it still cannot, a token of it is neither good nor bad: after so many seconds
     * it is asked for next.
     */
    readonly askAgain: () => Promise<number | undefined>
    readonly log: Log
  }

type Verify = (token: string, now: Date) => Promise<Caller>

/** Who a token says is calling, and the entry of one who may not do what they ask. */
export type Guard = {
  readonly verify: Verify
  readonly recordRefusal: (by: By, action: Action) => Promise<void>
  /** Counts a call against the client's day. */
  readonly count: (by: By, kind: QuotaKind) => Promise<Counted>
  /** The refusal of a call that is, once it has been recorded. */
  readonly overQuota: (by: By, kind: QuotaKind) => Promise<HubError>
  readonly now: Clock
}

/** The guard of one function over its ports; these are passed on, for its use cases record by them too. */
export const guarded = (deps: GuardDeps) => {
  let held: { readonly published: readonly PublicKey[]; readonly verify: Verify } | undefined
  const verifier = async () => {
    const published = await deps.publicKeys()
    if (held?.published !== published)
      held = { published, verify: accessTokenVerifier(published, deps.issuer) }
    return held
  }
  /** Only who names a key that is not there waits until it has been asked for again. */
  const verifierFor = async (token: string): Promise<Verify> => {
    const first = await verifier()
    if (!namesAnother(token, first.published)) return first.verify
    const retryAfter = await deps.askAgain()
    const { published, verify } = await verifier()
    if (retryAfter !== undefined && namesAnother(token, published))
      throw new HubError('key-unavailable', 'the key of the access token may be one unread', {
        retryAfter,
      })
    return verify
  }
  return {
    log: deps.log,
    now: deps.now,
    newId: deps.newId,
    record: deps.record,
    /** @throws HubError key-unavailable where the token names a key that may be one of the hub's own, unread: it may be good */
    verify: async (token: string, now: Date): Promise<Caller> =>
      (await verifierFor(token))(token, now),
    recordRefusal: (by: By, action: Action): Promise<void> => recordRefusal({ by, action }, deps),
    count: (by: By, kind: QuotaKind) => countCall(by, { kind, now: deps.now() }, deps),
    overQuota: (by: By, kind: QuotaKind) => overQuota(by, kind, deps),
  } satisfies Guard & Partial<GuardDeps>
}

/**
 * The caller behind a token, who may take this action at all; whether the object is theirs is for the use case.
 * @throws HubError not-permitted when role or scope does not allow it, which leaves an entry
 */
export const admit = async (
  token: string,
  action: Action,
  {
    verify,
    recordRefusal: refuse,
    now,
    byOf,
  }: Pick<Guard, 'verify' | 'recordRefusal' | 'now'> & {
    /** The request as that caller's. */
    readonly byOf: (caller: Caller) => By
  },
): Promise<Caller> => {
  const caller = await verify(token, now())
  if (mayEver(caller, action)) return caller
  await refuse(byOf(caller), action)
  throw new HubError('not-permitted', 'the token’s role or scope does not allow this')
}
