import * as z from 'zod'
import { contradiction } from '../../audit/contradiction.ts'
import { entryPosition } from '../../audit/entry-position.ts'
import type { EntryAt } from '../../audit/legal-hold.ts'
import type { HeadMove, LogHead, SealedEntry } from '../../audit/log-head.ts'
import { isSameEntry, sealableEntrySchema } from '../../audit/sealed-leaf.ts'
import type { QueryAuditDeps } from '../../casework/query-audit.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { putNew, putVersion, remove } from './actions.ts'
import { firstKey } from './audit-rows.ts'
import {
  batchKey,
  batchKind,
  checkpointKey,
  checkpointKind,
  headKey,
  logHeadKind,
  logPartition,
} from './log-rows.ts'
import type { Action, Key, Row, Store } from './store.ts'

type Tables = { readonly auditEntries: string; readonly auditLog: string }

/** Told of an entry under whose id the log has another leaf: it is never sealed, and stands aside. */
type OnTaken = (entry: Pick<SealedEntry, 'entry'> & Pick<Key, 'sk'>) => void

/** The log's head, read consistently. */
export const readHeadIn =
  (store: Store, table: string): SealLogDeps['readHead'] =>
  async () => {
    const item = await store.get(table, headKey)
    if (item === undefined) return undefined
    const { origin, version, size, root, range } = logHeadKind.read(item)
    const hashes = range.map((hash) => Buffer.from(hash))
    return { origin, version, root: Buffer.from(root), range: { size, hashes } }
  }

/**
 * The head moves, the batch is kept, and every entry leaves the table in which it waits and stands in the log, all or
 * none. Refused when another run moved the head first, sealed one of these entries, or another leaf has the id of one.
 * @throws HubError internal, a contradiction, when what stands in the log's table under the id of one of these is no leaf
 */
export const appendIn =
  (store: Store, tables: Tables, onTaken: OnTaken): SealLogDeps['append'] =>
  async (move, sealed) => {
    const about = [
      headRow(tables.auditLog, move.next),
      batchRow(tables.auditLog, move.before, sealed),
    ]
    const moves = sealed.flatMap((one) =>
      movesOf(tables, one).map((action) => ({ action, one }) as const),
    )
    const result = await store.transact([...about, ...moves.map(({ action }) => action)])
    if (result === 'committed') return 'appended'
    const refused = moves[result.index - about.length]
    if (refused?.action.kind === 'put' && !refused.one.isOwn)
      await dropSealed(store, tables, { ...refused.one, stands: result.old, onTaken })
    return 'overtaken'
  }

const headRow = (table: string, { origin, version, root, range }: LogHead): Action =>
  putVersion(table, { ...headKey, origin, version, size: range.size, root, range: range.hashes })

/** Each leaf with its index and with where its entry stands in the log; and what grows from here, as it was before. */
const batchRow = (
  table: string,
  { range }: HeadMove['before'],
  sealed: readonly SealedEntry[],
): Action => {
  const leaves = sealed.map(({ index, leafHash, entry }) => ({
    index,
    leafHash,
    ...firstKey(entry),
  }))
  return putNew(table, { ...batchKey(range.size), first: range.size, before: range.hashes, leaves })
}

const leaving = (auditEntries: string, key: Key): Action => ({
  kind: 'delete',
  table: auditEntries,
  key,
  condition: { kind: 'has', field: 'entry' },
})

/** An entry goes from where it waits, and stands in each of its places; the first of these rows has its salt. */
const movesOf = ({ auditEntries, auditLog }: Tables, sealed: SealedEntry): readonly Action[] => [
  ...(sealed.isOwn ? [] : [leaving(auditEntries, { pk: sealed.pk, sk: sealed.sk })]),
  ...sealed.standsUnder.map((partition, at) =>
    putNew(auditLog, {
      pk: partition,
      sk: entryPosition(sealed.entry),
      entry: sealed.entry,
      leafIndex: sealed.index,
      ...(at === 0 && { salt: sealed.salt, ...sealed.indexFields }),
    }),
  ),
]

const standsSchema = z.object({ entry: sealableEntrySchema, leafIndex: z.int().min(0) })

/** The entry of a row, if the log has it as the leaf that the row says: a row alone may have been put by anybody who can. */
export const leafStanding = async (
  store: Store,
  auditLog: string,
  row: Row | undefined,
): Promise<EntryAt | undefined> => {
  const read = standsSchema.safeParse(row)
  if (!read.success) return undefined
  const { entry, leafIndex } = read.data
  const { rows } = await store.query({
    table: auditLog,
    partition: { field: 'pk', value: logPartition },
    range: { kind: 'between', field: 'sk', from: batchKey(0).sk, to: batchKey(leafIndex).sk },
    descending: true,
    limit: 1,
    consistent: true,
  })
  const { pk, sk } = firstKey(entry)
  const isOne = rows.some((batch) =>
    batchKind
      .read(batch)
      .leaves.some((leaf) => leaf.index === leafIndex && leaf.pk === pk && leaf.sk === sk),
  )
  return isOne ? { index: leafIndex, entry } : undefined
}

/** Whether the log has the entry of this row. */
export const isLeaf = async (
  store: Store,
  auditLog: string,
  row: Row | undefined,
): Promise<boolean> => (await leafStanding(store, auditLog, row)) !== undefined

/** An entry that was put a second time after it was sealed is in the log already, and only leaves; another one under its id never is. */
const dropSealed = async (
  store: Store,
  { auditEntries, auditLog }: Tables,
  {
    pk,
    sk,
    entry,
    stands,
    onTaken,
  }: Key &
    Pick<SealedEntry, 'entry'> & { readonly stands: Row | undefined; readonly onTaken: OnTaken },
): Promise<void> => {
  if (!(await isLeaf(store, auditLog, stands))) throw contradiction('ID_TAKEN')
  const isSame = isSameEntry(z.object({ entry: sealableEntrySchema }).parse(stands).entry, entry)
  if (!isSame) return onTaken({ sk, entry })
  await store.transact([remove(auditEntries, { pk, sk })])
}

/** The note kept for exactly this size. */
export const readCheckpointIn =
  (store: Store, table: string): SealLogDeps['readCheckpoint'] =>
  async (size) => {
    const item = await store.get(table, checkpointKey(size))
    return item === undefined ? undefined : checkpointKind.read(item).note
  }

/** The newest note that stands beside the rows. */
export const readNewestNoteIn =
  (store: Store, table: string): QueryAuditDeps['readNewestNote'] =>
  async () => {
    const { rows } = await store.query({
      table,
      partition: { field: 'pk', value: logPartition },
      range: { kind: 'begins', field: 'sk', with: 'CHECKPOINT#' },
      descending: true,
      limit: 1,
      consistent: true,
    })
    const [newest] = rows
    return newest && checkpointKind.read(newest).note
  }

/** A note once kept for a size is never replaced, whoever comes later. */
export const keepCheckpointIn =
  (store: Store, table: string): SealLogDeps['keepCheckpoint'] =>
  async (size, note) => {
    const result = await store.transact([putNew(table, { ...checkpointKey(size), size, note })])
    if (result === 'committed') return note
    if (result.old === undefined)
      throw new HubError('internal', 'a checkpoint was kept and is not told')
    return checkpointKind.read(result.old).note
  }
