import * as z from 'zod'
import type { AppendedBatch } from '../../audit/log-head.ts'
import { type Leaf, sealableEntrySchema } from '../../audit/sealed-leaf.ts'
import { present } from '../../kernel/present.ts'
import { indexFields, placesOf } from './audit-rows.ts'
import { batchKey, batchKind, logPartition } from './log-rows.ts'
import { queryToEnd, type Row, type Store } from './store.ts'

/** The first of an entry's rows, as far as it makes the leaf. */
const rowSchema = z.object({
  schema: z.number(),
  entry: sealableEntrySchema,
  salt: z.string(),
  indexFields: z.object(indexFields),
})

/** What the row of a leaf says now, as it stands: undefined when it is not one. */
export const leafOfRow = (row: Row | undefined): Leaf | undefined => {
  const read = rowSchema.safeParse({ ...row, indexFields: row })
  if (!read.success) return undefined
  const { schema, entry, salt, indexFields: found } = read.data
  const { standsUnder } = placesOf(entry)
  return { schema, entry, salt, standsUnder, indexFields: present(found) }
}

const placeOf = ({ pk, sk }: Row): string => `${String(pk)}\n${String(sk)}`

/** What was appended to the log from a leaf on, or to before another: the batches, and the rows of their entries. */
export const readAppendedIn =
  (store: Store, auditLog: string) =>
  async (first: number, until?: number): Promise<readonly AppendedBatch[]> => {
    const to = until === undefined ? 'SEQ#~' : batchKey(until - 1).sk
    const rows = await queryToEnd(store, {
      table: auditLog,
      partition: { field: 'pk', value: logPartition },
      range: { kind: 'between', field: 'sk', from: batchKey(first).sk, to },
      consistent: true,
    })
    const batches = rows.map((row) => batchKind.read(row))
    const keys = batches.flatMap(({ leaves }) => leaves.map(({ pk, sk }) => ({ pk, sk })))
    const standing = keys.length === 0 ? [] : await store.batch({ [auditLog]: keys })
    const byPlace = new Map(standing.map((row) => [placeOf(row), row]))
    return batches.map(
      ({ first: size, before, leaves }): AppendedBatch => ({
        before: { size, hashes: before.map((hash) => Buffer.from(hash)) },
        leaves: leaves.map(({ index, leafHash, pk, sk }) => {
          const row = byPlace.get(placeOf({ pk, sk }))
          return {
            index,
            leafHash: Buffer.from(leafHash),
            leaf: leafOfRow(row),
            ...(row === undefined && { isGone: true }),
          }
        }),
      }),
    )
  }
