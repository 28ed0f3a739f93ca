import type { FollowAuditDeps } from '../../casework/follow-audit.ts'
import type { ProveEntryDeps } from '../../casework/prove-entry.ts'
import type { ReadBatchOf } from '../../casework/prove-log.ts'
import type { ReadCheckpointDeps } from '../../casework/read-checkpoint.ts'
import { timeOfUuid } from '../../kernel/uuid-v7.ts'
import { leafOfRow } from './appended-batches.ts'
import { dayShardOf, sealedEntryKind } from './audit-rows.ts'
import { batchKey, batchKind, logPartition } from './log-rows.ts'
import type { Key, Query, Row, Store } from './store.ts'

const within = (table: string, range: Query['range']): Query => ({
  table,
  partition: { field: 'pk', value: logPartition },
  ...(range !== undefined && { range }),
  consistent: true,
})

type Batch = ReturnType<typeof batchKind.read>

/** The batch that begins at this leaf or before it: one read. */
const batchUpTo = async (store: Store, table: string, leaf: number): Promise<Batch | undefined> => {
  const { rows } = await store.query({
    ...within(table, {
      kind: 'between',
      field: 'sk',
      from: batchKey(0).sk,
      to: batchKey(leaf).sk,
    }),
    descending: true,
    limit: 1,
  })
  const [row] = rows
  return row && batchKind.read(row)
}

export const readBatchOfIn =
  (store: Store, table: string): ReadBatchOf =>
  async (leaf) => {
    const batch = await batchUpTo(store, table, leaf)
    return (
      batch && {
        before: { size: batch.first, hashes: batch.before.map((hash) => Buffer.from(hash)) },
        hashes: batch.leaves.map(({ leafHash }) => Buffer.from(leafHash)),
      }
    )
  }

/** A sealed entry by its id, which tells its moment and its shard: one read. */
export const findSealedIn =
  (store: Store, table: string): ProveEntryDeps['findSealed'] =>
  async (entryId) => {
    const at = timeOfUuid(entryId).toISOString()
    const sk = `${at}#${entryId}`
    const { rows } = await store.query({
      table,
      index: 'day',
      partition: { field: 'day', value: dayShardOf({ entryId, at }) },
      range: { kind: 'between', field: 'sk', from: sk, to: sk },
      limit: 1,
    })
    const [row] = rows
    const leaf = leafOfRow(row)
    return row && leaf && { leaf, index: sealedEntryKind.read(row).leafIndex }
  }

/** When the entry of a leaf was made: two reads. */
export const readLeafTimeIn =
  (store: Store, table: string): ReadCheckpointDeps['readLeafTime'] =>
  async (leaf) => {
    const batch = await batchUpTo(store, table, leaf)
    const place = batch?.leaves.find(({ index }) => index === leaf)
    const row = place && (await store.get(table, { pk: place.pk, sk: place.sk }))
    return row && sealedEntryKind.read(row).entry.at
  }

/** Batches that one page of a feed looks at: under load each holds a page of entries, in a quiet hour a few. */
const mostBatches = 20

const idOf = ({ pk, sk }: Row): string => `${String(pk)}\n${String(sk)}`

/** Entries by their leaves, in three reads: the batch in which the first stands, those that follow, and the entries. */
export const readStretchIn =
  (store: Store, table: string): FollowAuditDeps['readStretch'] =>
  async (since, limit) => {
    const [first, following] = await Promise.all([
      batchUpTo(store, table, since),
      store.query({
        ...within(table, {
          kind: 'between',
          field: 'sk',
          from: batchKey(since + 1).sk,
          to: 'SEQ#~',
        }),
        limit: mostBatches,
      }),
    ])
    const batches: readonly Batch[] = [
      ...(first === undefined ? [] : [first]),
      ...following.rows.map((row) => batchKind.read(row)),
    ]
    // Two reads at once may see the log at two moments, so what does not follow on is left to the next page.
    const leaves = batches
      .flatMap((batch) => batch.leaves)
      .filter(({ index }) => index >= since)
      .slice(0, limit)
      .filter(({ index }, at) => index === since + at)
    const keys = leaves.map(({ pk, sk }): Key => ({ pk, sk }))
    const rows = keys.length === 0 ? [] : await store.batch({ [table]: keys })
    const byPlace = new Map(rows.map((row) => [idOf(row), row]))
    const found = keys.map((key) => byPlace.get(idOf(key))).filter((row) => row !== undefined)
    const last = leaves.at(-1)
    return {
      items: found.map((row) => sealedEntryKind.read(row).entry),
      missing: leaves.length - found.length,
      next: last === undefined ? since : last.index + 1,
    }
  }
