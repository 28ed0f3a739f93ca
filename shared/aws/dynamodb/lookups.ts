import * as z from 'zod'
import type { ApplyHouseholdDeps } from '../../casework/apply-household.ts'
import type { AssessDeps } from '../../casework/assess-concern.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { type ConcernId, concernIdSchema } from '../../kernel/ids.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { isBroadType, largestBlock, largestBroadBlock } from '../../matching/usable-hits.ts'
import { put } from './actions.ts'
import type { HashKeys } from './blocks.ts'
import { chunksOf } from './chunks-of.ts'
import { lookupKey, lookupsKey } from './keys.ts'
import { packedKeysSchema, packKeys, unpackKeys } from './pack-keys.ts'
import type { Key, Row, Store } from './store.ts'

/**
 * Writes a concern under every key by which its people were sought, so that whoever is recorded later finds it; and beside
 * it the list of these keys, by which they are taken away. Everything expires with the twelve months of the concern.
 * @throws HubError store-busy while the index has no key yet: without it nobody could find the concern later
 */
export const keepLookupsIn =
  (store: Store, casework: string, hashKeys: HashKeys): AssessDeps['keepLookups'] =>
  async ({ concernId, keys, until }) => {
    const hashes = [...new Set(await hashKeys(keys))]
    if (hashes.length === 0 && keys.length > 0)
      throw new HubError('store-busy', 'the match index has no key yet')
    const expiresAt = Math.floor(until.getTime() / 1000)
    const rows = [
      { ...lookupsKey(concernId), keys: packKeys(hashes), expiresAt },
      ...hashes.map((hash) => ({ ...lookupKey(hash, concernId), concernId, expiresAt })),
    ]
    const chunks = chunksOf(
      rows.map((row) => put(casework, row)),
      mostActions,
    )
    await Promise.all(chunks.map((chunk) => store.transact(chunk)))
  }

/** Every place where a concern stands to be found, by the row that lists them; of any other row, none. */
export const lookupKeysIn = (row: Row, concernId: ConcernId): readonly Key[] =>
  row['sk'] === lookupsKey(concernId).sk
    ? unpackKeys(packedKeysSchema.parse(row['keys'])).map((hash) => lookupKey(hash, concernId))
    : []

const foundSchema = z.object({ concernId: concernIdSchema, expiresAt: z.number() })

/** Keys asked for at once. */
const atOnce = 100

// `<key version>#<kind of key>#<HMAC>`
const typeOf = (hash: string): string => hash.split('#')[1] ?? ''

const concernsUnder = async (
  store: Store,
  casework: string,
  { hash, now }: { readonly hash: string; readonly now: Date },
): Promise<readonly ConcernId[]> => {
  const most = isBroadType(typeOf(hash)) ? largestBroadBlock : largestBlock
  const { rows, next } = await store.query({
    table: casework,
    partition: { field: 'pk', value: lookupKey(hash, '').pk },
    descending: true,
    limit: most,
  })
  if (next !== undefined && isBroadType(typeOf(hash))) return []
  return rows
    .map((row) => foundSchema.parse(row))
    .filter(({ expiresAt }) => expiresAt * 1000 > now.getTime())
    .map(({ concernId }) => concernId)
}

/**
 * Concerns still in their twelve months whose people were sought by one of these keys, the newest first: of a key of very
 * many its newest, and none of a broad one, as in the index of people.
 */
export const concernsSoughtIn =
  (store: Store, casework: string): ApplyHouseholdDeps['concernsSought'] =>
  async (keys, now) => {
    const found = new Set<ConcernId>()
    for (const hashes of chunksOf([...new Set(keys)], atOnce)) {
      const lists = await Promise.all(
        hashes.map((hash) => concernsUnder(store, casework, { hash, now })),
      )
      for (const concernId of lists.flat()) found.add(concernId)
    }
    return [...found].toSorted((one, other) => (one < other ? 1 : -1))
  }
