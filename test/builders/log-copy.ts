import * as z from 'zod'
import {
  checkpointsPrefix,
  firstOfBundle,
  type KeptCheckpoint,
  sizeOfCheckpoint,
} from '../../shared/audit/sealed-log.ts'
import type { LogCopy } from '../../shared/audit/verify-log.ts'
import type { LogTable, StandingRow } from '../../shared/audit/verify-table.ts'
import {
  batchKind,
  checkpointKind,
  logHeadKind,
  logPartition,
} from '../../shared/aws/dynamodb/log-rows.ts'
import type { Row } from '../../shared/aws/dynamodb/store.ts'

const keySchema = z.looseObject({ pk: z.string(), sk: z.string() })
const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)

/** What stands in the log's own partition. */
const kinds = /^(?:HEAD$|SEQ#|CHECKPOINT#)/

/** The number, if it is the one by which the row is found. */
const inKey = (number: number, sk: string): number =>
  sk.endsWith(`#${String(number).padStart(12, '0')}`) ? number : Number.NaN

const tableOf = (rows: readonly Row[]): LogTable => {
  const all: readonly StandingRow[] = rows.map((row) => keySchema.parse(row))
  const about = all.filter(({ pk }) => pk === logPartition)
  const [head] = about.filter(({ sk }) => sk === 'HEAD').map((row) => logHeadKind.read(row))
  return {
    rows: all.filter(({ pk, sk }) => pk !== logPartition || !kinds.test(sk)),
    batches: about
      .filter(({ sk }) => sk.startsWith('SEQ#'))
      .map((row) => ({ ...batchKind.read(row), sk: row.sk }))
      .map(({ first, before, leaves, sk }) => ({
        before: { size: inKey(first, sk), hashes: before.map(buffer) },
        leaves: leaves.map((leaf) => ({ ...leaf, leafHash: buffer(leaf.leafHash) })),
      })),
    head: head && {
      origin: head.origin,
      version: head.version,
      range: { size: head.size, hashes: head.range.map(buffer) },
      root: buffer(head.root),
    },
    checkpoints: about
      .filter(({ sk }) => sk.startsWith('CHECKPOINT#'))
      .map((row) => ({ ...checkpointKind.read(row), sk: row.sk }))
      .map(({ size, note, sk }) => ({ size: inKey(size, sk), note })),
  }
}

/** A whole log as whoever verifies it copies it: the rows of its table, and the objects of its bucket by name. */
export const logCopyOf = (
  rows: readonly Row[],
  objects: ReadonlyMap<string, string | undefined>,
): LogCopy => {
  const standing = [...objects].flatMap(([name, text]) =>
    text === undefined ? [] : [{ name, text }],
  )
  return {
    table: tableOf(rows),
    sealed: {
      checkpoints: standing
        .filter(({ name }) => name.startsWith(checkpointsPrefix))
        .map(({ name, text }): KeptCheckpoint => ({ size: sizeOfCheckpoint(name), note: text })),
      bundles: standing.flatMap(({ name, text }) => {
        const first = firstOfBundle(name)
        return first === undefined ? [] : [{ first, text }]
      }),
    },
  }
}
