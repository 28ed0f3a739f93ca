import type { Checkpoint } from '../audit/checkpoint.ts'
import {
  type ExpiryInLog,
  type JudgeGone,
  judgeGone,
  nothingExpires,
} from '../audit/expired-leaves.ts'
import type { Finding } from '../audit/finding.ts'
import type { HoldInLog } from '../audit/legal-hold.ts'
import { leafIfUnchanged, lineageOf } from '../audit/lineage.ts'
import type { AppendedBatch } from '../audit/log-head.ts'
import { emptyRoot } from '../audit/merkle.ts'
import type { Leaf } from '../audit/sealed-leaf.ts'
import type { KeptCheckpoint } from '../audit/sealed-log.ts'
import { subjectOfAside, type ToldAside, toldAsideIn } from '../audit/set-aside.ts'
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
  /** Leaves between two of these notes as the sealed log holds them, by their number; those that it does not hold are left out. */
  readonly readBundled: (
    stretch: Stretch,
    notes: readonly KeptCheckpoint[],
  ) => Promise<ReadonlyMap<number, Leaf>>
  /** What the log says of deletions among these leaves, and of every hold. */
  readonly readExpiries: (stretch: Stretch) => Promise<{
    readonly expiries: readonly ExpiryInLog[]
    readonly holds: readonly HoldInLog[]
  }>
  /** Rows among the entries, of the part whose turn it is, page by page: each with the leaf that its index names. */
  readonly readPart: (
    at: Date,
  ) => AsyncIterable<readonly { readonly row: StandingRow; readonly leaf: Leaf | undefined }[]>
  /** Rows that wait and cannot be sealed, by their digests. */
  readonly readAsides: () => Promise<readonly string[]>
  /** Whether the log holds by now, as it waited, what it says could not be sealed. */
  readonly isSealedSince: (aside: ToldAside) => Promise<boolean>
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
 * its leaf, the leaves led from one signed root to another; rows that no leaf is of; and what could not be sealed, whether it waits
 * still or somebody took it away. It writes nothing.
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
  findings.push(...waitingAside(await deps.readAsides(), findings))
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
const signedAbout = async ({ from, to }: Stretch, newest: Signed, deps: WalkLogDeps) => {
  const [{ before }, { after }] = await Promise.all([deps.readNotes(from), deps.readNotes(to)])
  const isWithin = after !== undefined && after.size <= newest.size
  const start = before === undefined ? noLeaf : await signedAt(before, deps)
  const end = isWithin ? await signedAt(after, deps) : newest
  const notes = [before, after].filter((note) => note !== undefined)
  return start && end && { start, end, notes }
}

type About = NonNullable<Awaited<ReturnType<typeof signedAbout>>>

const hasGone = (batches: readonly AppendedBatch[]): boolean =>
  batches.some(({ leaves }) => leaves.some(({ isGone }) => isGone))

/** Leaves whose rows are gone as the sealed log has them: their hash says whether they are the same. */
const withBodies = async (
  batches: readonly AppendedBatch[],
  { start, end, notes }: About,
  { readBundled }: WalkLogDeps,
): Promise<readonly AppendedBatch[]> => {
  if (!hasGone(batches)) return batches
  const bodies = await readBundled({ from: start.size, to: end.size }, notes)
  return batches.map(({ before, leaves }) => ({
    before,
    leaves: leaves.map((one) => (one.isGone ? { ...one, leaf: bodies.get(one.index) } : one)),
  }))
}

const walkStretch = async (
  stretch: Stretch,
  newest: Signed,
  deps: WalkLogDeps,
): Promise<readonly Finding[]> => {
  const about = await signedAbout(stretch, newest, deps)
  if (about === undefined) return [{ what: 'NOTE_DIFFERS', index: stretch.from }]
  const { start, end } = about
  const batches = await withBodies(await deps.readAppended(start.size, end.size), about, deps)
  const head = { range: { size: end.size, hashes: [] }, root: end.root }
  const lineage = lineageOf(batches, { from: start, head })
  if (lineage === 'GAP') return [{ what: 'BATCH_DIFFERS', index: start.size }]
  if (lineage === 'FORK') return [{ what: 'ROOT_DIFFERS', index: end.size }]
  if (lineage === 'ROW_CHANGED') return batches.flatMap(changedIn)
  const findWith = async (judge: JudgeGone) =>
    verifyRows(await deps.readCopies(lineage.leaves), {
      leaves: lineage.leaves,
      first: start.size,
      judge,
    })
  const aside = await stillAside(toldAsideIn(lineage.leaves, start.size), deps)
  if ((await findWith(nothingExpires)).length === 0) return aside
  // Read anew: what went while it was read the first time is gone whole by now.
  const said = await deps.readExpiries({ from: start.size, to: end.size })
  return [...(await findWith(judgeGone({ ...said, now: deps.now() }))), ...aside]
}

/** What waits and cannot be sealed, but for that of which a leaf was found that tells of it. */
const waitingAside = (
  digests: readonly string[],
  found: readonly Finding[],
): readonly Finding[] => {
  const told = new Set(found.map(({ place }) => place))
  const places = digests.map(subjectOfAside).filter((place) => !told.has(place))
  return places.map((place) => ({ what: 'SET_ASIDE', place }))
}

/** What the log says could not be sealed, and does not hold to this day: for good, once somebody took it away. */
const stillAside = async (
  told: readonly ToldAside[],
  { isSealedSince }: WalkLogDeps,
): Promise<readonly Finding[]> => {
  const asked = told.map(async (aside): Promise<readonly Finding[]> => {
    if (await isSealedSince(aside)) return []
    return [{ what: 'SET_ASIDE', index: aside.index, place: subjectOfAside(aside.digest) }]
  })
  return (await Promise.all(asked)).flat()
}

const changedIn = ({ leaves }: AppendedBatch): readonly Finding[] =>
  leaves
    .filter((one) => leafIfUnchanged(one).length === 0)
    .map(({ index }) => ({ what: 'COPY_CHANGED', index }))
