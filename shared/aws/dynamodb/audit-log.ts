import * as z from 'zod'
import type { LogHead, SealedLeaf } from '../../audit/log-head.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { putNew, putVersion } from './actions.ts'
import type { Action, Key, Store } from './store.ts'

const log = 'LOG#main'
const headKey: Key = { pk: log, sk: 'HEAD' }

/** Twelve digits, so that text order is number order. */
const padded = (value: number): string => String(value).padStart(12, '0')
const checkpointKey = (size: number): Key => ({ pk: log, sk: `CHECKPOINT#${padded(size)}` })

const hashSchema = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length === 32)
  .transform((bytes) => Buffer.from(bytes))
const headSchema = z.object({
  version: z.int().positive(),
  size: z.int().positive(),
  root: hashSchema,
  range: z.array(hashSchema).min(1),
})
const checkpointSchema = z.object({ note: z.string() })

/** The log's head, read consistently. */
export const readHeadIn =
  (store: Store, table: string): SealLogDeps['readHead'] =>
  async () => {
    const item = await store.get(table, headKey)
    if (item === undefined) return undefined
    const { version, size, root, range } = headSchema.parse(item)
    return { version, root, range: { size, hashes: range } }
  }

/**
 * The head moves, the batch is kept and the entries leave the waiting index, all or none. Refused when another run moved
 * the head first, or sealed one of these entries.
 */
export const appendIn =
  (store: Store, table: string): SealLogDeps['append'] =>
  async (next, leaves) => {
    const result = await store.transact([
      headRow(table, next),
      batchRow(table, leaves),
      ...leaves.map((leaf) => sealedRow(table, leaf)),
    ])
    return result === 'committed' ? 'appended' : 'overtaken'
  }

const headRow = (table: string, { version, root, range }: LogHead): Action =>
  putVersion(table, { ...headKey, version, size: range.size, root, range: range.hashes })

const batchRow = (table: string, leaves: readonly SealedLeaf[]): Action => {
  const first = leaves[0]?.index ?? 0
  return putNew(table, { pk: log, sk: `SEQ#${padded(first)}`, first, leaves })
}

const sealedRow = (table: string, { pk, sk, index }: SealedLeaf): Action => ({
  kind: 'update',
  table,
  key: { pk, sk },
  set: { leafIndex: index },
  remove: ['unsealed'],
  condition: { kind: 'has', field: 'unsealed' },
})

/** The note kept for exactly this size. */
export const readCheckpointIn =
  (store: Store, table: string): SealLogDeps['readCheckpoint'] =>
  async (size) => {
    const item = await store.get(table, checkpointKey(size))
    return item === undefined ? undefined : checkpointSchema.parse(item).note
  }

/** A note once kept for a size is never replaced, whoever comes later. */
export const keepCheckpointIn =
  (store: Store, table: string): SealLogDeps['keepCheckpoint'] =>
  async (size, note) => {
    const result = await store.transact([putNew(table, { ...checkpointKey(size), size, note })])
    return result === 'committed' ? note : checkpointSchema.parse(result.old).note
  }
