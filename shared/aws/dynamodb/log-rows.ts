import * as z from 'zod'
import { rowKind } from './rows/row-kind.ts'
import type { Key } from './store.ts'

export const logPartition = 'LOG#main'
export const headKey: Key = { pk: logPartition, sk: 'HEAD' }

/** Twelve digits, so that text order is number order. */
const padded = (value: number): string => String(value).padStart(12, '0')
export const batchKey = (first: number): Key => ({ pk: logPartition, sk: `SEQ#${padded(first)}` })
export const checkpointKey = (size: number): Key => ({
  pk: logPartition,
  sk: `CHECKPOINT#${padded(size)}`,
})

const hashSchema = z.instanceof(Uint8Array).refine(({ length }) => length === 32)

export const logHeadKind = rowKind({
  name: 'log-head',
  places: ['auditLog LOG HEAD'],
  shape: {
    origin: z.string(),
    version: z.number(),
    size: z.number(),
    root: hashSchema,
    range: z.array(hashSchema),
  },
})

/** Which leaves a transaction appended, where their entries stand, and the tree before: its complete subtrees. */
export const batchKind = rowKind({
  name: 'batch',
  places: ['auditLog LOG SEQ'],
  shape: {
    first: z.number(),
    before: z.array(hashSchema),
    leaves: z.array(
      z.object({ index: z.number(), leafHash: hashSchema, pk: z.string(), sk: z.string() }),
    ),
  },
})

export const checkpointKind = rowKind({
  name: 'checkpoint',
  places: ['auditLog LOG CHECKPOINT'],
  shape: { size: z.number(), note: z.string() },
})
