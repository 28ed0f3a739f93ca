import * as z from 'zod'
import { sealableEntrySchema } from '../../audit/sealed-leaf.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { placesOf, waitingShards } from './audit-rows.ts'
import type { Store } from './store.ts'

/** Of each shard: what all of them give is some fifty transactions, and little to a function's memory. */
const perShard = 100

const rowSchema = z.object({ pk: z.string(), sk: z.string(), entry: sealableEntrySchema })

/** Entries that wait, the oldest of each shard. */
export const readUnsealedIn =
  (store: Store, table: string): SealLogDeps['readUnsealed'] =>
  async () => {
    const pages = await Promise.all(
      waitingShards.map((value) =>
        store.query({
          table,
          partition: { field: 'pk', value },
          limit: perShard,
          consistent: true,
        }),
      ),
    )
    const rows = pages.flatMap((page) => page.rows.map((row) => rowSchema.parse(row)))
    return {
      entries: rows.map((row) => ({ ...row, ...placesOf(row.entry) })),
      isAll: pages.every(({ next }) => next === undefined),
    }
  }
