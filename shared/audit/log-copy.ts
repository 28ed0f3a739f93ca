/** Decided here: how the rows and objects of a log are read by whoever verifies it, who expects that some were altered. */
import type { Finding } from './finding.ts'
import { type Fields, isCount, isFields, isHash, isListOf, isText } from './plain.ts'
import { firstOfBundle, type KeptCheckpoint, sizeOfCheckpoint } from './sealed-log.ts'
import type { LogCopy } from './verify-log.ts'
import type { SealedLog } from './verify-sealed.ts'
import type { LogTable, StandingRow } from './verify-table.ts'

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)

/** The partition in which the log's own rows stand, and what they are. */
const logPartition = 'LOG#main'
const kinds = /^(?:HEAD$|SEQ#|CHECKPOINT#)/

/** The number, if it is the one by which the row is found. */
const inKey = (number: number, sk: string): number =>
  sk.endsWith(`#${String(number).padStart(12, '0')}`) ? number : Number.NaN

type Head = NonNullable<LogTable['head']>
type Batch = LogTable['batches'][number]

const headOf = ({ origin, version, size, root, range }: Fields): Head | undefined =>
  isText(origin) && isCount(version) && isCount(size) && isHash(root) && isListOf(range, isHash)
    ? { origin, version, range: { size, hashes: range.map(buffer) }, root: buffer(root) }
    : undefined

const leafIn = (leaf: Fields): Batch['leaves'] => {
  const { index, leafHash, pk, sk } = leaf
  return isCount(index) && isHash(leafHash) && isText(pk) && isText(sk)
    ? [{ index, leafHash: buffer(leafHash), pk, sk }]
    : []
}

const batchOf = ({ first, before, leaves, sk }: StandingRow): Batch | undefined => {
  if (!(isCount(first) && isListOf(before, isHash) && isListOf(leaves, isFields))) return undefined
  const read = leaves.flatMap(leafIn)
  return read.length === leaves.length
    ? { before: { size: inKey(first, sk), hashes: before.map(buffer) }, leaves: read }
    : undefined
}

const checkpointOf = ({ size, note, sk }: StandingRow): KeptCheckpoint | undefined =>
  isCount(size) && isText(note) ? { size: inKey(size, sk), note } : undefined

/** What was read of rows, and those of which nothing could be. */
const readEach = <Read>(
  rows: readonly StandingRow[],
  read: (row: StandingRow) => Read | undefined,
): { readonly read: readonly Read[]; readonly findings: readonly Finding[] } => {
  const tried = rows.map((row) => ({ row, read: read(row) }))
  return {
    read: tried.flatMap((one) => (one.read === undefined ? [] : [one.read])),
    findings: tried
      .filter((one) => one.read === undefined)
      .map(({ row }) => ({ what: 'ROW_UNREADABLE', place: `${row.pk} ${row.sk}` })),
  }
}

const keyed = (row: unknown): StandingRow | undefined => {
  if (!isFields(row)) return undefined
  const { pk, sk } = row
  return isText(pk) && isText(sk) ? { ...row, pk, sk } : undefined
}

const tableOf = (
  given: readonly unknown[],
): { readonly table: LogTable; readonly findings: readonly Finding[] } => {
  const rows = given.flatMap((row) => keyed(row) ?? [])
  const about = rows.filter(({ pk }) => pk === logPartition)
  const having = (beginning: string): readonly StandingRow[] =>
    about.filter(({ sk }) => sk.startsWith(beginning))
  const heads = readEach(
    about.filter(({ sk }) => sk === 'HEAD'),
    headOf,
  )
  const batches = readEach(having('SEQ#'), batchOf)
  const checkpoints = readEach(having('CHECKPOINT#'), checkpointOf)
  return {
    table: {
      rows: rows.filter(({ pk, sk }) => pk !== logPartition || !kinds.test(sk)),
      batches: batches.read,
      head: heads.read[0],
      checkpoints: checkpoints.read,
    },
    findings: [
      ...given
        .filter((row) => keyed(row) === undefined)
        .map((): Finding => ({ what: 'ROW_UNREADABLE' })),
      ...heads.findings,
      ...batches.findings,
      ...checkpoints.findings,
    ],
  }
}

const checkpointPattern = /^checkpoints\/\d{12}$/

const isKnown = (name: string): boolean =>
  checkpointPattern.test(name) || firstOfBundle(name) !== undefined

const sealedOf = (
  objects: ReadonlyMap<string, string | undefined>,
): { readonly sealed: SealedLog; readonly findings: readonly Finding[] } => {
  const standing = [...objects].flatMap(([name, text]) =>
    text === undefined ? [] : [{ name, text }],
  )
  return {
    sealed: {
      checkpoints: standing
        .filter(({ name }) => checkpointPattern.test(name))
        .map(({ name, text }): KeptCheckpoint => ({ size: sizeOfCheckpoint(name), note: text })),
      bundles: standing.flatMap(({ name, text }) => {
        const first = firstOfBundle(name)
        return first === undefined ? [] : [{ first, text }]
      }),
    },
    findings: standing
      .filter(({ name }) => !isKnown(name))
      .map(({ name }): Finding => ({ what: 'NAME_UNKNOWN', place: name })),
  }
}

/** A copy of a log, and what of it could not be read at all. */
export type ReadCopy = LogCopy & { readonly findings: readonly Finding[] }

/**
 * A log as whoever verifies it copies it: the objects of its bucket by their names within the log, and the rows of its table if
 * they were copied too.
 */
export const logCopyOf = (
  rows: readonly unknown[] | undefined,
  objects: ReadonlyMap<string, string | undefined>,
): ReadCopy => {
  const { sealed, findings } = sealedOf(objects)
  const of = rows && tableOf(rows)
  return { sealed, table: of?.table, findings: [...findings, ...(of?.findings ?? [])] }
}
