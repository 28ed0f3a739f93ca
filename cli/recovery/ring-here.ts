import { isDeepStrictEqual } from 'node:util'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import {
  indexKeyContext,
  indexRingKey,
  indexRingKind,
  unwrapIndexKeys,
} from '../../shared/aws/kms/index-ring.ts'
import type { Keys } from '../../shared/aws/kms/keys.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Item } from './item-digest.ts'
import type { Rewrap, Target } from './recovery-ports.ts'

export type RingDeps = {
  readonly keys: Keys
  readonly rewrap: Rewrap
  readonly target: Pick<Target, 'get'>
  /** The table that the register goes to. */
  readonly register: string | undefined
  /** The KMS key that wraps the index key in this account, and where it is another the one that wrapped it. */
  readonly indexKey: string
  readonly formerIndexKey: string | undefined
}

const isRing = ({ pk, sk }: Item): boolean => pk?.S === indexRingKey.pk && sk?.S === indexRingKey.sk

const cannotOpen = (cause: unknown): InputError =>
  new InputError(
    'the key of the match index cannot be unwrapped in this account: whoever is in it could not be found. Give --former-index-key of the key that wrapped it, and let this role use it',
    { cause },
  )

const secretsOf = async ({ keys, indexKey }: RingDeps, ring: Item): Promise<readonly string[]> => {
  const row = unmarshall(ring)
  const secrets = await unwrapIndexKeys(keys, indexKey, row)
  const versions = Object.keys(indexRingKind.read(row).keys)
  return versions.map(
    (version, at) => `${version} ${Buffer.from(secrets[at] ?? []).toString('hex')}`,
  )
}

/** The keys of the ring, wrapped by this account's key: KMS does it, and nobody sees them. */
const rewrapped = async (ring: Item, formerKey: string, deps: RingDeps): Promise<Item> => {
  const wrapped = indexRingKind.read(unmarshall(ring)).keys
  const here = Object.entries(wrapped).map(async ([version, secret]) => {
    const by = { from: formerKey, to: deps.indexKey, context: indexKeyContext(version) }
    return [version, { B: await deps.rewrap(secret, by) }] as const
  })
  return { ...ring, keys: { M: Object.fromEntries(await Promise.all(here)) } }
}

const standingRing = async ({ target, register }: RingDeps): Promise<Item | undefined> =>
  register === undefined ? undefined : target.get(register, indexRingKey)

/**
 * The row of the index's keys as this account can open it. Where a former run has put it already, that one: each wrapping is
 * another text.
 * @throws InputError when it cannot be opened here
 */
export const ringHere = async (ring: Item, deps: RingDeps): Promise<Item> => {
  if (!isRing(ring)) return ring
  try {
    const { formerIndexKey } = deps
    const here = formerIndexKey === undefined ? ring : await rewrapped(ring, formerIndexKey, deps)
    const secrets = await secretsOf(deps, here)
    const standing = formerIndexKey === undefined ? undefined : await standingRing(deps)
    if (standing === undefined) return here
    const isSame = isDeepStrictEqual(await secretsOf(deps, standing), secrets)
    return isSame ? standing : here
  } catch (cause) {
    throw cannotOpen(cause)
  }
}

/**
 * Rows of the index are found only by the key that they were hashed with: so a register that has another key takes none.
 * @throws InputError where a key of the export is not one of those that stand
 */
export const requireSameRing = async (ring: Item | undefined, deps: RingDeps): Promise<void> => {
  const standing = await standingRing(deps)
  if (standing === undefined) return
  const there = await secretsOf(deps, standing).catch((cause: unknown) => {
    throw cannotOpen(cause)
  })
  const own = ring === undefined ? undefined : await secretsOf(deps, await ringHere(ring, deps))
  if (own === undefined || own.some((secret) => !there.includes(secret)))
    throw new InputError(
      'the register has a key of its own for the match index: whoever is restored there could not be found. Make the tables anew, and let nothing run before they are restored',
    )
}
