import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { IndexKey } from '../../matching/index-keys.ts'
import { normalisationVersion } from '../../matching/normalise/person-features.ts'
import { putNew } from '../dynamodb/actions.ts'
import { rowKind } from '../dynamodb/rows/row-kind.ts'
import type { Row, Store } from '../dynamodb/store.ts'
import type { Keys } from './keys.ts'

/** The version of the HMAC key in use; it stands in every hashed key, so two versions can live side by side. */
const keyVersion = 'v1'
const rowKey = { pk: `INDEXKEY#${keyVersion}`, sk: 'INDEXKEY' }
const context = { purpose: 'match-index', version: keyVersion }
const hashBytes = 16

/** The key of the index, wrapped. */
export const indexKeyKind = rowKind({
  name: 'index-key',
  places: ['register INDEXKEY INDEXKEY'],
  shape: { wrapped: z.instanceof(Uint8Array) },
})

type Place = {
  readonly store: Store
  readonly keys: Keys
  readonly table: string
  readonly wrappingKey: string
}
export type HashKeys = (keys: readonly IndexKey[]) => Promise<readonly string[]>

const readWrapped = async ({ store, table }: Place): Promise<Uint8Array | undefined> => {
  const row = await store.get(table, rowKey)
  return row === undefined ? undefined : indexKeyKind.read(row).wrapped
}

/** The key of a row, unwrapped. @throws whatever KMS throws when its key did not wrap it, or may not be used */
export const unwrapIndexKey = (keys: Keys, wrappingKey: string, row: Row): Promise<Uint8Array> =>
  keys.unwrap(wrappingKey, indexKeyKind.read(row).wrapped, {
    ...context,
    version: String(row['pk']).slice('INDEXKEY#'.length),
  })

/** Makes the key the first time anybody writes to the index; whoever comes second uses what the first one made. */
const makeWrapped = async (place: Place): Promise<Uint8Array> => {
  const wrapped = await place.keys.makeSecret(place.wrappingKey, context)
  await place.store.transact([putNew(place.table, { ...rowKey, wrapped })])
  return (await readWrapped(place)) ?? wrapped
}

/** HMAC-SHA-256 over kind and value, cut to 128 bits: equal values meet, and nobody without the key learns the value. */
export const hashKey = (secret: Uint8Array, { type, value }: IndexKey): string => {
  const mac = createHmac('sha256', secret)
    .update(`${keyVersion}|${normalisationVersion}|${type}|${value}`)
    .digest()
  return `${keyVersion}#${type}#${mac.subarray(0, hashBytes).toString('base64url')}`
}

/**
 * Hashes index keys under a secret that is stored only wrapped by KMS and kept in memory for the life of the container.
 * `mayMake` is for the one function that writes the index; a reader before the first write finds nothing, rightly.
 */
export const indexHasher = (place: Place, { mayMake }: { readonly mayMake: boolean }): HashKeys => {
  let secret: Uint8Array | undefined
  return async (keys) => {
    const wrapped =
      secret === undefined
        ? ((await readWrapped(place)) ?? (mayMake ? await makeWrapped(place) : undefined))
        : undefined
    if (wrapped !== undefined) secret = await place.keys.unwrap(place.wrappingKey, wrapped, context)
    const held = secret
    return held === undefined ? [] : keys.map((key) => hashKey(held, key))
  }
}
