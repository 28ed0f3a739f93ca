import { entryPosition } from '../../audit/entry-position.ts'
import { aboutLog, expiriesIn } from '../../audit/expired-leaves.ts'
import { leafIfUnchanged } from '../../audit/lineage.ts'
import type { Leaf } from '../../audit/sealed-leaf.ts'
import type { ExpireEntriesDeps } from '../../casework/expire-entries.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { remove } from './actions.ts'
import { leafOfRow } from './appended-batches.ts'
import { leafStanding } from './audit-log.ts'
import { batchKey, batchKind, logPartition } from './log-rows.ts'
import type { Action, Query, Row, Store } from './store.ts'

/** Of one read: some five hundred leaves. */
const batchesPerRead = 10

type PlacedLeaf = ReturnType<typeof batchKind.read>['leaves'][number]

/** The moment of an entry, by where it stands. */
const momentOf = ({ sk }: PlacedLeaf): string => sk.slice(0, Math.max(0, sk.indexOf('#')))

const batches = (auditLog: string): Pick<Query, 'table' | 'partition' | 'consistent'> => ({
  table: auditLog,
  partition: { field: 'pk', value: logPartition },
  consistent: true,
})

/** Where the batch begins that holds a leaf. */
const beginOf = async (store: Store, auditLog: string, index: number): Promise<string> => {
  const { rows } = await store.query({
    ...batches(auditLog),
    range: { kind: 'between', field: 'sk', from: batchKey(0).sk, to: batchKey(index).sk },
    descending: true,
    limit: 1,
  })
  return String(rows[0]?.['sk'] ?? batchKey(0).sk)
}

const standingOf = async (store: Store, auditLog: string, leaves: readonly PlacedLeaf[]) => {
  const keys = leaves.map(({ pk, sk }) => ({ pk, sk }))
  const rows = keys.length === 0 ? [] : await store.batch({ [auditLog]: keys })
  const byPlace = new Map(rows.map((row) => [`${String(row['pk'])} ${String(row['sk'])}`, row]))
  return leaves.map(({ index, leafHash, pk, sk }) => {
    const leaf = leafOfRow(byPlace.get(`${pk} ${sk}`))
    const [unchanged] = leafIfUnchanged({ index, leafHash: Buffer.from(leafHash), leaf })
    return { index, leaf: unchanged }
  })
}

const beginning = <Item>(items: readonly Item[], is: (item: Item) => boolean): readonly Item[] => {
  const end = items.findIndex((item) => !is(item))
  return end === -1 ? items : items.slice(0, end)
}

/** Leaves from one on as the batches name them, some at a time. */
const placedFrom = async function* (
  store: Store,
  auditLog: string,
  from: number,
): AsyncIterable<readonly PlacedLeaf[]> {
  const first = await beginOf(store, auditLog, from)
  const range = { kind: 'between', field: 'sk', from: first, to: 'SEQ#~' } as const
  let after: Row | undefined
  do {
    const page = await store.query({ ...batches(auditLog), range, limit: batchesPerRead, after })
    after = page.next
    const leaves = page.rows.flatMap((row) => batchKind.read(row).leaves)
    yield leaves.filter(({ index }) => index >= from)
  } while (after !== undefined)
}

export const readLeavesIn = (store: Store, auditLog: string): ExpireEntriesDeps['readLeaves'] =>
  async function* leavesFrom(from, isWanted) {
    for await (const placed of placedFrom(store, auditLog, from)) {
      const wanted = beginning(placed, (leaf) => isWanted(momentOf(leaf)))
      if (wanted.length > 0) yield await standingOf(store, auditLog, wanted)
      if (wanted.length < placed.length) return
    }
  }

/** When the newest entry was made, as the place says where it stands. */
export const readNewestIn =
  (store: Store, auditLog: string): ExpireEntriesDeps['readNewest'] =>
  async () => {
    const { rows } = await store.query({
      ...batches(auditLog),
      range: { kind: 'begins', field: 'sk', with: 'SEQ#' },
      descending: true,
      limit: 1,
    })
    const last = rows.flatMap((row) => batchKind.read(row).leaves).at(-1)
    return last && new Date(momentOf(last))
  }

/** What the log itself says, once it holds the entry as a leaf. */
export const readSealedExpiryIn =
  (store: Store, auditLog: string): ExpireEntriesDeps['readSealed'] =>
  async ({ at, entryId }) => {
    const key = { pk: `SUBJECT#${aboutLog}`, sk: `${at}#${entryId}` }
    const leaf = await leafStanding(store, auditLog, await store.get(auditLog, key))
    return leaf === undefined ? undefined : expiriesIn([leaf])[0]
  }

const rowsOf = (auditLog: string, { entry, standsUnder }: Leaf): readonly Action[] =>
  standsUnder.map((pk) => remove(auditLog, { pk, sk: entryPosition(entry) }))

/** As many entries in one transaction as it has room for, each with all its rows. */
export const deleteEntriesIn =
  (store: Store, auditLog: string): ExpireEntriesDeps['deleteEntries'] =>
  async (leaves) => {
    let together: Action[] = []
    for (const rows of leaves.map((leaf) => rowsOf(auditLog, leaf))) {
      if (together.length + rows.length > mostActions) {
        await store.transact(together)
        together = []
      }
      together.push(...rows)
    }
    if (together.length > 0) await store.transact(together)
  }
