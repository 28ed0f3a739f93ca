import * as z from 'zod'
import type { UnsealedEntry } from '../../audit/log-head.ts'
import { sealableEntrySchema } from '../../audit/sealed-leaf.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { unsealedShards } from './audit-rows.ts'
import type { Key, Row, Store } from './store.ts'

/** 8 shards of 12 entries, the head and the batch are 98 of the 100 actions that one transaction may have. */
const perShard = 12

const keySchema = z.object({ pk: z.string(), sk: z.string() })
const rowSchema = keySchema.extend({
  entry: sealableEntrySchema,
  unsealed: z.string().optional(),
})

/** Up to 96 entries that wait, the oldest of each shard. */
export const readUnsealedIn =
  (store: Store, table: string): SealLogDeps['readUnsealed'] =>
  async () => {
    const shards = Array.from({ length: unsealedShards }, (_, shard) => `UNSEALED#${shard}`)
    const read = shardReader(store, table)
    return (await Promise.all(shards.map(read))).flat()
  }

/**
 * The index may still list what was sealed a moment ago, so the rows are read from the table, and a page that turns out
 * to be all sealed is followed by the next.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
 */
const shardReader =
  (store: Store, table: string) =>
  async (shard: string): Promise<readonly UnsealedEntry[]> => {
    let after: Row | undefined
    do {
      const { rows, next } = await store.query({
        table,
        index: 'unsealed',
        partition: { field: 'unsealed', value: shard },
        limit: perShard,
        after,
      })
      const keys = rows.map((row) => keySchema.parse(row))
      const waiting = await stillUnsealed(store, table, keys)
      if (waiting.length > 0) return waiting
      after = next
    } while (after !== undefined)
    return []
  }

const stillUnsealed = async (
  store: Store,
  table: string,
  keys: readonly Key[],
): Promise<readonly UnsealedEntry[]> =>
  (await store.batch({ [table]: keys }))
    .map((row) => rowSchema.parse(row))
    .filter(({ unsealed }) => unsealed !== undefined)
    .map(({ pk, sk, entry }) => ({ pk, sk, entry }))
