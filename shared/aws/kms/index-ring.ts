import * as z from 'zod'
import { heldFor } from '../../kernel/held-for.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { keysHeldMilliseconds } from '../../register/index-rotation.ts'
import { rowKind } from '../dynamodb/rows/row-kind.ts'
import type { Key, Row, Store } from '../dynamodb/store.ts'
import { withKey } from './key-unavailable.ts'
import type { Keys } from './keys.ts'

/** Where the index's keys stand, wrapped. */
export const indexRingKey: Key = { pk: 'INDEXKEY', sk: 'INDEXKEY' }

/** The keys of the index, wrapped, by version; by which of them it is read, and under which it is written. */
export const indexRingKind = rowKind({
  name: 'index-key',
  places: ['register INDEXKEY INDEXKEY'],
  shape: {
    version: z.int().min(1),
    keys: z.record(z.string(), z.instanceof(Uint8Array)),
    reads: z.string(),
    writes: z.array(z.string()).min(1),
  },
})
export type IndexRing = {
  readonly version: number
  readonly keys: Readonly<Record<string, Uint8Array>>
  readonly reads: string
  readonly writes: readonly string[]
}

/** Ties a wrapped key to its version, so that none can be put in the place of another. */
export const indexKeyContext = (version: string) => ({ purpose: 'match-index', version })

/** Opens every key of a ring's row. @throws whatever KMS throws when its key did not wrap one, or may not be used */
export const unwrapIndexKeys = async (
  keys: Keys,
  wrappingKey: string,
  row: Row,
): Promise<readonly Uint8Array[]> =>
  Promise.all(
    Object.entries(indexRingKind.read(row).keys).map(([version, wrapped]) =>
      keys.unwrap(wrappingKey, wrapped, indexKeyContext(version)),
    ),
  )

export const readRingIn =
  (store: Store, register: string) => async (): Promise<IndexRing | undefined> => {
    const row = await store.get(register, indexRingKey)
    return row === undefined ? undefined : indexRingKind.read(row)
  }

/**
 * The ring from memory, read anew once a minute. One that is missing or cannot be read is an error and never an empty
 * index: whoever finds nobody by it would tell nobody.
 * @throws HubError key-unavailable where there is no key, or none that can be read
 */
export const heldRing = (
  read: () => Promise<IndexRing | undefined>,
  now: () => Date,
): (() => Promise<IndexRing>) => {
  const readNow = async (): Promise<IndexRing> => {
    const ring = await withKey(read)
    if (ring === undefined) throw new HubError('key-unavailable', 'the match index has no key')
    return ring
  }
  return heldFor(keysHeldMilliseconds, now, readNow)
}
