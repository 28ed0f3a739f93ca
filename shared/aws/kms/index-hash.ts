import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { HubError } from '../../kernel/hub-error.ts'
import type { IndexKey } from '../../matching/index-keys.ts'
import { keyVersionOf } from '../../matching/key-version.ts'
import { normalisationVersion } from '../../matching/normalise/person-features.ts'
import type { Store } from '../dynamodb/store.ts'
import { heldRing, type IndexRing, indexKeyContext, readRingIn } from './index-ring.ts'
import { withKey } from './key-unavailable.ts'
import type { Keys } from './keys.ts'

const hashBytes = 16

export type IndexPlace = {
  readonly store: Store
  readonly keys: Keys
  readonly table: string
  readonly wrappingKey: string
  readonly now: () => Date
}
export type HashKeys = (keys: readonly IndexKey[]) => Promise<readonly string[]>

/** A key of the index by its version, which stands in every hash, so that two can live side by side. */
export type IndexSecret = { readonly version: string; readonly secret: KeyObject }

/** HMAC-SHA-256 over kind and value, cut to 128 bits: equal values meet, and nobody without the key learns the value. */
export const hashKey = ({ version, secret }: IndexSecret, { type, value }: IndexKey): string => {
  const mac = createHmac('sha256', secret)
    .update(`${version}|${normalisationVersion}|${type}|${value}`)
    .digest()
  return `${version}#${type}#${mac.subarray(0, hashBytes).toString('base64url')}`
}

/** Each secret is unwrapped once in the life of a container, and forgotten with its place in the ring. */
const unwrapping = ({ keys, wrappingKey }: IndexPlace) => {
  const held = new Map<string, Promise<KeyObject>>()
  // As bytes it would be made a key again for every hash, six times as long as the hash itself.
  const opened = async (bytes: Uint8Array, version: string): Promise<KeyObject> =>
    createSecretKey(await withKey(() => keys.unwrap(wrappingKey, bytes, indexKeyContext(version))))
  return async ({ keys: wrapped }: IndexRing, version: string): Promise<IndexSecret> => {
    const bytes = wrapped[version]
    if (bytes === undefined)
      throw new HubError('key-unavailable', 'a key of the match index is not in its ring')
    const standing = new Set(Object.values(wrapped).map(textOf))
    for (const text of held.keys()) if (!standing.has(text)) held.delete(text)
    const text = textOf(bytes)
    const secret = held.get(text) ?? opened(bytes, version)
    held.set(text, secret)
    // One that could not be opened is tried again at the next call.
    secret.catch(() => held.delete(text))
    return { version, secret: await secret }
  }
}
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Hashes for whoever reads the index and whoever writes it. Without a key each of them throws: nobody is found by none. */
export type IndexHashes = {
  /** One for each key, in their order, by which it is looked for. */
  readonly toRead: HashKeys
  /** Under each of the versions in use at present: one, and while a key is being replaced two. */
  readonly toWrite: HashKeys
  /** Of hashes those by which the index is read. */
  readonly asRead: (hashes: readonly string[]) => Promise<readonly string[]>
}

/** The index's keys as a running function has them: the ring for a minute, the secrets as long as they stand in it. */
export const indexHashes = (place: IndexPlace): IndexHashes => {
  const ringNow = heldRing(readRingIn(place.store, place.table), place.now)
  const secretIn = unwrapping(place)
  return {
    toRead: async (keys) => {
      if (keys.length === 0) return []
      const ring = await ringNow()
      const secret = await secretIn(ring, ring.reads)
      return keys.map((key) => hashKey(secret, key))
    },
    toWrite: async (keys) => {
      if (keys.length === 0) return []
      const ring = await ringNow()
      const secrets = await Promise.all(ring.writes.map((version) => secretIn(ring, version)))
      return secrets.flatMap((secret) => keys.map((key) => hashKey(secret, key)))
    },
    asRead: async (hashes) => {
      if (hashes.length === 0) return []
      const { reads } = await ringNow()
      return hashes.filter((hash) => keyVersionOf(hash) === reads)
    },
  }
}
