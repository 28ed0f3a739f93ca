import type { PublicKey } from '../../agencies/public-key.ts'
import type { Clock } from '../../kernel/clock.ts'
import { fulfilled } from '../../kernel/fulfilled.ts'
import { heldFor } from '../../kernel/held-for.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { thumbprintOf } from '../../kernel/jwk-thumbprint.ts'
import type { Log } from '../../logging/logger.ts'
import { withKey } from './key-unavailable.ts'
import type { Keys } from './keys.ts'

/** The public half of a key that signs access tokens, named by its thumbprint. */
export const readTokenKey = async (keys: Keys, keyId: string): Promise<PublicKey> => {
  const { crv, x, y } = (await keys.publicKey(keyId)).export({ format: 'jwk' })
  if (crv !== 'P-256' || x === undefined || y === undefined)
    throw new HubError('internal', 'a token key is not on P-256')
  return { kty: 'EC', crv, x, y, kid: thumbprintOf({ x, y }), alg: 'ES256', use: 'sig' }
}

/** One of the keys: where KMS keeps it, and its public half. */
export type TokenKey = { readonly keyId: string; readonly published: PublicKey }

type Deps = {
  readonly keys: Keys
  readonly keyIds: readonly string[]
  readonly now: Clock
  readonly log: Log
}

/** For how long one that could not be read is passed over before it is asked for again, where nobody has need of it. */
const passedOverMilliseconds = 60_000
/** And where somebody has. */
const secondsBetween = 5

/** Names of what KMS says of a key that somebody took out of use: whoever shows a token of it is nobody. */
const outOfUse: ReadonlySet<string> = new Set(['DisabledException', 'KMSInvalidStateException'])

/** The keys that can be read. */
export type HeldTokenKeys = (() => Promise<readonly TokenKey[]>) & {
  /**
   * Asks again for one that could not be read and that nobody took out of use, at most every few seconds: a token of it may be good.
   * Gives after how many seconds it is asked for next where it still cannot be read; nothing where there is none such.
   */
  readonly askAgain: () => Promise<number | undefined>
}

/**
 * The keys of access tokens that can be read, in their order; a key that was read is held, for its public half never changes.
 * One that cannot is passed over, so the other goes on working, and is asked for again after a minute, or sooner where a token names it.
 * @throws the first reason where none can be read: without keys nobody is let in, and nobody is told that their token is wrong
 */
export const heldTokenKeys = ({ keys, keyIds, now, log }: Deps): HeldTokenKeys => {
  const read = new Map<string, TokenKey>()
  const unread = new Set<string>()
  let known: readonly TokenKey[] | undefined
  const keep = (keyId: string, one: PromiseSettledResult<PublicKey>): void => {
    unread.delete(keyId)
    if (one.status === 'fulfilled') {
      read.set(keyId, { keyId, published: one.value })
      return
    }
    const errorName = nameOf(one.reason)
    if (!outOfUse.has(errorName)) unread.add(keyId)
    log('warn', 'TOKEN_KEY_PASSED_OVER', { errorName })
  }
  const readMissing = async (): Promise<readonly TokenKey[]> => {
    const missing = keyIds.filter((keyId) => !read.has(keyId))
    const settled = await Promise.allSettled(
      missing.map((keyId) => withKey(() => readTokenKey(keys, keyId))),
    )
    for (const [at, one] of settled.entries()) keep(missing[at] ?? '', one)
    if (read.size === 0) fulfilled(settled)
    const all = keyIds.flatMap((keyId) => read.get(keyId) ?? [])
    if (all.length === 0) throw new HubError('key-unavailable', 'there is no key of access tokens')
    known = all.length === known?.length ? known : all
    return known
  }
  const readAgain = heldFor(secondsBetween * 1000, now, readMissing)
  const readNow = heldFor(passedOverMilliseconds, now, readAgain)
  const readHeld = async () => {
    if (known?.length === keyIds.length) return known
    const held = await readNow()
    return known ?? held
  }
  const askAgain = async (): Promise<number | undefined> => {
    if (unread.size > 0) await readAgain()
    return unread.size > 0 ? secondsBetween : undefined
  }
  return Object.assign(readHeld, { askAgain })
}

/** What KMS said, where the hub says no more than that a key cannot be read. */
const nameOf = (reason: unknown): string => {
  if (!(reason instanceof Error)) return 'unknown'
  return reason.cause instanceof Error ? reason.cause.name : reason.name
}

/** The public halves of the keys that can be read: the same list until there is another. */
export const publishedOf = (
  readHeld: () => Promise<readonly TokenKey[]>,
): (() => Promise<readonly PublicKey[]>) => {
  const lists = new WeakMap<readonly TokenKey[], readonly PublicKey[]>()
  return async () => {
    const held = await readHeld()
    const list = lists.get(held) ?? held.map(({ published }) => published)
    lists.set(held, list)
    return list
  }
}

/** Signs with the key that never leaves; gives the raw 64 bytes. */
export const signWith =
  (keys: Keys, keyId: string) =>
  (message: Uint8Array): Promise<Uint8Array> =>
    keys.sign(keyId, 'ES256', message)

/** Who signs access tokens now: its name stands in each of them. */
export type TokenSigner = {
  readonly kid: string
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>
}

/**
 * Has a token signed with the key that the operator chose, by its name, or the first; and where that one cannot sign, with
 * the next: every door takes both. That it was not the one meant is logged as an error, for somebody has to choose or to mend.
 * @throws what the last of them threw, where none can sign
 */
export const signedByFirst =
  ({ keys, log }: Pick<Deps, 'keys' | 'log'>, readHeld: () => Promise<readonly TokenKey[]>) =>
  async <Signed>(
    chosen: string | undefined,
    signBy: (signer: TokenSigner) => Promise<Signed>,
  ): Promise<Signed> => {
    const held = await readHeld()
    const isMeant = ({ published }: TokenKey): boolean => published.kid === chosen
    if (chosen !== undefined && !held.some(isMeant))
      log('error', 'TOKEN_KEY_REPLACED', { errorName: 'NotReadable' })
    const order = [...held.filter(isMeant), ...held.filter((one) => !isMeant(one))]
    let last: unknown = new HubError('internal', 'no key signs access tokens')
    for (const { keyId, published } of order)
      try {
        return await signBy({ kid: published.kid, sign: signWith(keys, keyId) })
      } catch (error) {
        last = error
        log('error', 'TOKEN_KEY_REPLACED', { errorName: nameOf(error) })
      }
    throw last
  }
