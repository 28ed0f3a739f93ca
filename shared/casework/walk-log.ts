import type { Checkpoint } from '../audit/checkpoint.ts'
import type { Finding } from '../audit/finding.ts'
import { leafIfUnchanged, lineageOf } from '../audit/lineage.ts'
import type { AppendedBatch } from '../audit/log-head.ts'
import { emptyRoot } from '../audit/merkle.ts'
import type { Leaf } from '../audit/sealed-leaf.ts'
import type { KeptCheckpoint } from '../audit/sealed-log.ts'
import { type StandingRow, verifyRow, verifyRows } from '../audit/verify-table.ts'
import { type Stretch, stretchesAt } from '../audit/walk.ts'
import type { Clock } from '../kernel/clock.ts'

type Signed = Pick<Checkpoint, 'size' | 'root'>

export type WalkLogDeps = {
  /** The newest checkpoint of the sealed log. */
  readonly readNewest: () => Promise<KeptCheckpoint | 'taken-away' | undefined>
  /** The notes beside the rows that are nearest to a size: of it or fewer leaves, and of it or more. */
  readonly readNotes: (size: number) => Promise<{
    readonly before: KeptCheckpoint | undefined
    readonly after: KeptCheckpoint | undefined
  }>
  /** The note that stands in the sealed log for the size of one that stands beside the rows, in the log that it names. */
  readonly readSealedNote: (kept: KeptCheckpoint) => Promise<string | undefined>
  /** The checkpoint, if the log's key signed it. */
  readonly open: (note: string) => Promise<Checkpoint | undefined>
  /** What was appended from one leaf to before another. */
  readonly readAppended: (first: number, until: number) => Promise<readonly AppendedBatch[]>
  /** Every row that stands where these leaves should. */
  readonly readCopies: (leaves: readonly Leaf[]) => Promise<readonly StandingRow[]>
  /** Rows among the entries, of the part whose turn it is, page by page: each with the leaf that its index names. */
  readonly readPart: (
    at: Date,
  ) => AsyncIterable<readonly { readonly row: StandingRow; readonly leaf: Leaf | undefined }[]>
  readonly now: Clock
  /** Whether there is no time left. */
  readonly isLate: () => boolean
}

/** What was looked at, what is wrong with it, and whether that was all whose turn it was. */
export type Walked = {
  readonly leaves: number
  readonly rows: number
  readonly findings: readonly Finding[]
  readonly isWhole: boolean
}

const noLeaf: Signed = { size: 0, root: emptyRoot }

/**
 * A part of the log against itself and against what was signed: each leaf hashed anew from its row, each copy compared with
 * its leaf, the leaves led from one signed root to another; and rows that no leaf is of. It writes nothing.
 */
export const walkLog = async (deps: WalkLogDeps): Promise<Walked> => {
  const now = deps.now()
  const newest = await readNewestSigned(deps)
  if (newest === undefined)
    return { leaves: 0, rows: 0, findings: [{ what: 'CHECKPOINT_NOT_SIGNED' }], isWhole: true }
  const findings: Finding[] = []
  let leaves = 0
  let rows = 0
  for (const stretch of stretchesAt(newest.size, now)) {
    if (deps.isLate()) return { leaves, rows, findings, isWhole: false }
    findings.push(...(await walkStretch(stretch, newest, deps)))
    leaves += stretch.to - stretch.from
  }
  for await (const page of deps.readPart(now)) {
    findings.push(...page.flatMap(({ row, leaf }) => verifyRow(row, leaf)))
    rows += page.length
    if (deps.isLate()) return { leaves, rows, findings, isWhole: false }
  }
  return { leaves, rows, findings, isWhole: true }
}

const readNewestSigned = async ({ readNewest, open }: WalkLogDeps): Promise<Signed | undefined> => {
  const kept = await readNewest()
  if (kept === undefined) return noLeaf
  return kept === 'taken-away' ? undefined : open(kept.note)
}

/** The tree that was signed at a size of which a note stands beside the rows: of the sealed log, which says the same. */
const signedAt = async (
  kept: KeptCheckpoint,
  { readSealedNote, open }: WalkLogDeps,
): Promise<Signed | undefined> => {
  const sealed = await readSealedNote(kept)
  if (sealed !== kept.note) return undefined
  const opened = await open(sealed)
  return opened?.size === kept.size ? opened : undefined
}

/** The signed trees about a stretch: the last before it and the first after, of those whose note stands beside the rows. */
const signedAbout = async (
  { from, to }: Stretch,
  newest: Signed,
  deps: WalkLogDeps,
): Promise<readonly [Signed, Signed] | undefined> => {
  const [{ before }, { after }] = await Promise.all([deps.readNotes(from), deps.readNotes(to)])
  const isWithin = after !== undefined && after.size <= newest.size
  const start = before === undefined ? noLeaf : await signedAt(before, deps)
  const end = isWithin ? await signedAt(after, deps) : newest
  return start && end && [start, end]
}

const walkStretch = async (
  stretch: Stretch,
  newest: Signed,
  deps: WalkLogDeps,
): Promise<readonly Finding[]> => {
  const about = await signedAbout(stretch, newest, deps)
  if (about === undefined) return [{ what: 'NOTE_DIFFERS', index: stretch.from }]
  const [start, end] = about
  const batches = await deps.readAppended(start.size, end.size)
  const head = { range: { size: end.size, hashes: [] }, root: end.root }
  const lineage = lineageOf(batches, { from: start, head })
  if (lineage === 'GAP') return [{ what: 'BATCH_DIFFERS', index: start.size }]
  if (lineage === 'FORK') return [{ what: 'ROOT_DIFFERS', index: end.size }]
  if (lineage === 'ROW_CHANGED') return batches.flatMap(changedIn)
  return verifyRows(await deps.readCopies(lineage.leaves), lineage.leaves, start.size)
}

const changedIn = ({ leaves }: AppendedBatch): readonly Finding[] =>
  leaves
    .filter((one) => leafIfUnchanged(one).length === 0)
    .map(({ index }) => ({ what: 'COPY_CHANGED', index }))
