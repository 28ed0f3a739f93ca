import type { InMemoryStore } from '../../../local/in-memory/store.ts'
import { type Checkpoint, checkpointIn } from '../../../shared/audit/checkpoint.ts'
import { appendTo, emptyRange, type Hash, rootOfRange } from '../../../shared/audit/merkle.ts'
import { batchKind } from '../../../shared/aws/dynamodb/log-rows.ts'
import type { KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { tables } from '../world/place.ts'

type Kept = {
  readonly store: InMemoryStore
  /** Names and texts of the sealed log. */
  readonly objects: ReadonlyMap<string, string | undefined>
  /** Every entry that was ever written. */
  readonly written: ReadonlySet<string>
  /** Of a log whose rows were put back: how far it went then, and what it was called. What was signed beyond is of no row. */
  readonly putBack?: { readonly origin: string; readonly size: number } | undefined
}

const entryIdOf = (row: KeyedRow | undefined): string => {
  const entry = row?.['entry'] as { readonly entryId?: string } | undefined
  return entry?.entryId ?? ''
}

const leavesOf = (rows: readonly KeyedRow[]) =>
  rows
    .filter(({ sk }) => sk.startsWith('SEQ#'))
    .flatMap((row) => batchKind.read(row).leaves)
    .toSorted((one, other) => one.index - other.index)

/** The root after each number of leaves. */
const rootsOf = (leaves: readonly { readonly leafHash: Uint8Array }[]): readonly Hash[] => {
  let range = emptyRange
  return [
    rootOfRange(range),
    ...leaves.map(({ leafHash }) => {
      range = appendTo(range, Buffer.from(leafHash))
      return rootOfRange(range)
    }),
  ]
}

const isNote = (name: string): boolean => /checkpoint/iu.test(name)

/** Every checkpoint that was signed and kept, in the rows and in the sealed log. */
export const notesIn = ({ store, objects }: Pick<Kept, 'store' | 'objects'>): readonly string[] => [
  ...store
    .rows(tables.auditLog)
    .filter(({ sk }) => sk.startsWith('CHECKPOINT#'))
    .map((row) => String(row['note'])),
  ...[...objects].filter(([name]) => isNote(name)).map(([, text]) => text ?? ''),
]

/** Sizes of which one log has two roots. */
const twoRoots = (all: readonly Checkpoint[]): readonly string[] =>
  [...Map.groupBy(all, ({ origin, size }) => `${origin} ${size}`)]
    .filter(([, some]) => new Set(some.map(({ root }) => root.toString('hex'))).size > 1)
    .map(([name]) => `log: two roots of ${name}`)

/** What is wrong with the log: a gap, a leaf twice, an entry that is missing or waits, two roots of one size. */
export const faultsOfLog = ({ store, objects, written, putBack }: Kept): readonly string[] => {
  const rows = store.rows(tables.auditLog)
  const byKey = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]))
  const leaves = leavesOf(rows)
  const roots = rootsOf(leaves)
  const gaps = leaves
    .flatMap(({ index }, at) => (index === at ? [] : [`log: gap at ${at}`]))
    .slice(0, 1)
  const sealed = leaves.map(({ pk, sk }) => entryIdOf(byKey.get(`${pk} ${sk}`)))
  const once = new Set(sealed)
  const twice = once.size === sealed.length ? [] : ['log: an entry twice']
  const missing = [...written].filter((id) => !once.has(id)).map((id) => `log: without ${id}`)
  const waiting = store.rows(tables.auditEntries).length
  const checkpoints = notesIn({ store, objects }).flatMap((note) => checkpointIn(note) ?? [])
  const forked = checkpoints
    .filter(({ origin, size }) => origin !== putBack?.origin || size <= putBack.size)
    .filter((one) => roots[one.size]?.equals(one.root) !== true)
    .map((one) => `log: another root at ${one.size}`)
  return [
    ...gaps,
    ...twice,
    ...missing,
    ...forked,
    ...twoRoots(checkpoints),
    ...(waiting > 0 ? [`log: ${waiting} unsealed`] : []),
  ]
}
