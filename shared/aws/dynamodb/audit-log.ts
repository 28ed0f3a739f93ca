import * as z from 'zod'
import type { LogHead, SealedEntry } from '../../audit/log-head.ts'
import { leafOf, sealableEntrySchema } from '../../audit/sealed-leaf.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { putNew, putVersion, remove } from './actions.ts'
import { indexFieldsOf, sealedKey, subjectsOf } from './audit-rows.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Action, Key, Row, Store } from './store.ts'

type Tables = { readonly auditEntries: string; readonly auditLog: string }

const log = 'LOG#main'
const headKey: Key = { pk: log, sk: 'HEAD' }

/** Twelve digits, so that text order is number order. */
const padded = (value: number): string => String(value).padStart(12, '0')
const checkpointKey = (size: number): Key => ({ pk: log, sk: `CHECKPOINT#${padded(size)}` })

const hashSchema = z.instanceof(Uint8Array).refine(({ length }) => length === 32)

export const logHeadKind = rowKind({
  name: 'log-head',
  places: ['auditLog LOG HEAD'],
  shape: {
    origin: z.string().default(''),
    version: z.number(),
    size: z.number(),
    root: hashSchema,
    range: z.array(hashSchema),
  },
})

/** Which leaves a run sealed, and where their entries stand. */
export const batchKind = rowKind({
  name: 'batch',
  places: ['auditLog LOG SEQ'],
  shape: {
    first: z.number(),
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
 * none. Refused when another run moved the head first, or sealed one of these entries.
 * @throws HubError internal when another entry stands in the log under the id of one of these
 */
export const appendIn =
  (store: Store, tables: Tables): SealLogDeps['append'] =>
  async (next, sealed) => {
    const about = [headRow(tables.auditLog, next), batchRow(tables.auditLog, sealed)]
    const moves = sealed.flatMap((one) =>
      movesOf(tables, one).map((action) => ({ action, one }) as const),
    )
    const result = await store.transact([...about, ...moves.map(({ action }) => action)])
    if (result === 'committed') return 'appended'
    const refused = moves[result.index - about.length]
    if (refused?.action.kind === 'put')
      await dropSealed(store, tables.auditEntries, { ...refused.one, stands: result.old })
    return 'overtaken'
  }

const headRow = (table: string, { origin, version, root, range }: LogHead): Action =>
  putVersion(table, { ...headKey, origin, version, size: range.size, root, range: range.hashes })

/** Each leaf with its index and with where its entry stands in the log. */
const batchRow = (table: string, sealed: readonly SealedEntry[]): Action => {
  const first = sealed[0]?.index ?? 0
  const leaves = sealed.map(({ index, leafHash, entry }) => ({
    index,
    leafHash,
    ...sealedKey(entry, entry.subjects[0] ?? ''),
  }))
  return putNew(table, { pk: log, sk: `SEQ#${padded(first)}`, first, leaves })
}

const leaving = (auditEntries: string, key: Key): Action => ({
  kind: 'delete',
  table: auditEntries,
  key,
  condition: { kind: 'has', field: 'entry' },
})

/**
 * An entry goes from where it waits, and stands once under each subject, so that "what happened to this record" is one
 * query; the first of these rows is the one that the indexes hold.
 */
const movesOf = (
  { auditEntries, auditLog }: Tables,
  { pk, sk, entry, index, isOwn }: SealedEntry,
): readonly Action[] => [
  ...(isOwn ? [] : [leaving(auditEntries, { pk, sk })]),
  ...subjectsOf(entry).map((subject, at) =>
    putNew(auditLog, {
      ...sealedKey(entry, subject),
      entry,
      leafIndex: index,
      ...(at === 0 && indexFieldsOf(entry)),
    }),
  ),
]

const standsSchema = z.object({ entry: sealableEntrySchema })

/** An entry that was put a second time after it was sealed is in the log already, and only leaves. */
const dropSealed = async (
  store: Store,
  auditEntries: string,
  { pk, sk, leafHash, stands }: SealedEntry & { readonly stands: Row | undefined },
): Promise<void> => {
  if (!leafOf(standsSchema.parse(stands).entry).equals(leafHash))
    throw new HubError('internal', 'another entry stands in the log under the id of one that waits')
  await store.transact([remove(auditEntries, { pk, sk })])
}

/** The note kept for exactly this size. */
export const readCheckpointIn =
  (store: Store, table: string): SealLogDeps['readCheckpoint'] =>
  async (size) => {
    const item = await store.get(table, checkpointKey(size))
    return item === undefined ? undefined : checkpointKind.read(item).note
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
