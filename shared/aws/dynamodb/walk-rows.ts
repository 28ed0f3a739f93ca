import { entryPosition } from '../../audit/entry-position.ts'
import type { Leaf } from '../../audit/sealed-leaf.ts'
import type { KeptCheckpoint } from '../../audit/sealed-log.ts'
import { isWhatWaited } from '../../audit/set-aside.ts'
import type { StandingRow } from '../../audit/verify-table.ts'
import { partAt, parts } from '../../audit/walk.ts'
import type { WalkLogDeps } from '../../casework/walk-log.ts'
import { leafOfRow } from './appended-batches.ts'
import { leafStanding } from './audit-log.ts'
import { dayShardOf } from './audit-rows.ts'
import { batchKey, batchKind, checkpointKey, checkpointKind, logPartition } from './log-rows.ts'
import type { Scan } from './scan.ts'
import type { Key, Row, Store } from './store.ts'

type Reads = { readonly store: Store; readonly scan: Scan; readonly auditLog: string }

const nearest = async (
  { store, auditLog }: Pick<Reads, 'store' | 'auditLog'>,
  range: { readonly from: string; readonly to: string },
  descending: boolean,
): Promise<Row | undefined> => {
  const { rows } = await store.query({
    table: auditLog,
    partition: { field: 'pk', value: logPartition },
    range: { kind: 'between', field: 'sk', ...range },
    descending,
    limit: 1,
    consistent: true,
  })
  return rows[0]
}

/** The notes nearest to a size. */
export const readNotesIn =
  (reads: Pick<Reads, 'store' | 'auditLog'>): WalkLogDeps['readNotes'] =>
  async (size) => {
    const { sk } = checkpointKey(size)
    const [before, after] = await Promise.all([
      nearest(reads, { from: checkpointKey(0).sk, to: sk }, true),
      nearest(reads, { from: sk, to: 'CHECKPOINT#~' }, false),
    ])
    const keptOf = (row: Row | undefined): KeptCheckpoint | undefined =>
      row && checkpointKind.read(row)
    return { before: keptOf(before), after: keptOf(after) }
  }

const placesOfLeaf = ({ entry, standsUnder }: Leaf): readonly Key[] =>
  standsUnder.map((pk) => ({ pk, sk: entryPosition(entry) }))

const standing = (rows: readonly Row[]): readonly StandingRow[] =>
  rows.map((row) => ({ ...row, pk: String(row['pk']), sk: String(row['sk']) }))

const keyOf = ({ pk, sk }: StandingRow): Key => ({ pk, sk })

/** Every copy of these leaves that there is. */
export const readCopiesIn =
  ({ store, auditLog }: Pick<Reads, 'store' | 'auditLog'>): WalkLogDeps['readCopies'] =>
  async (leaves) => {
    const keys = leaves.flatMap(placesOfLeaf)
    return keys.length === 0 ? [] : standing(await store.batch({ [auditLog]: keys }))
  }

/** Whether the log holds by now, as a leaf, what waited in this place and could not be sealed. */
export const isSealedSinceIn =
  ({ store, auditLog }: Pick<Reads, 'store' | 'auditLog'>): WalkLogDeps['isSealedSince'] =>
  async (aside) => {
    const [at, entryId] = aside.position?.split('#') ?? []
    if (aside.position === undefined || at === undefined || entryId === undefined) return false
    const { rows } = await store.query({
      table: auditLog,
      index: 'day',
      partition: { field: 'day', value: dayShardOf({ entryId, at }) },
      range: { kind: 'between', field: 'sk', from: aside.position, to: aside.position },
    })
    for (const row of rows) {
      const leaf = await leafStanding(store, auditLog, row)
      if (leaf !== undefined && isWhatWaited(leaf.entry, aside)) return true
    }
    return false
  }

/** Rows of a page: each is asked for its leaf, at the same time. */
const perPage = 50

/** The leaf that stands at an index, by its first row as it is now. */
const readLeafIn =
  ({ store, auditLog }: Reads) =>
  async (index: unknown): Promise<Leaf | undefined> => {
    if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0) return undefined
    const range = { from: batchKey(0).sk, to: batchKey(index).sk }
    const batch = await nearest({ store, auditLog }, range, true)
    const first = batch && batchKind.read(batch).leaves.find((leaf) => leaf.index === index)
    return first && leafOfRow(await store.get(auditLog, { pk: first.pk, sk: first.sk }))
  }

/** The part of the table whose turn it is, page by page. */
export const readPartIn = (reads: Reads): WalkLogDeps['readPart'] => {
  const { scan, auditLog } = reads
  const readLeaf = readLeafIn(reads)
  return async function* pages(at) {
    const part = { number: partAt(at), of: parts }
    let after: Row | undefined
    do {
      const page = await scan(auditLog, { limit: perPage, after, part })
      after = page.next
      const rows = standing(page.rows).filter(({ pk }) => pk !== logPartition)
      const read = rows.map(async (row) => {
        const leaf = await readLeaf(row['leafIndex'])
        // Its entry may have come to its end since the row was read.
        const stands = leaf !== undefined || (await reads.store.get(auditLog, keyOf(row)))
        return stands ? [{ row, leaf }] : []
      })
      yield (await Promise.all(read)).flat()
    } while (after !== undefined)
  }
}
