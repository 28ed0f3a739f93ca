import { checkpointText, type NoteSignature, signedNote, textOfNote } from '../audit/checkpoint.ts'
import { entryPosition } from '../audit/entry-position.ts'
import type { LogHead, SealedEntry, UnsealedEntry } from '../audit/log-head.ts'
import { appendTo, emptyRange, isWhole, rootOfRange } from '../audit/merkle.ts'
import { leafOf } from '../audit/sealed-leaf.ts'
import { sealingBatches } from '../audit/sealing-batches.ts'
import { HubError } from '../kernel/hub-error.ts'

export type SealLogDeps = {
  /** Some of the entries that are not sealed, so many that memory holds them; none only when none wait. */
  readonly readUnsealed: () => Promise<readonly UnsealedEntry[]>
  readonly readHead: () => Promise<LogHead | undefined>
  /** One transaction: the head's next version, the batch of leaves, and every entry moved into the log with its index. */
  readonly append: (
    next: LogHead,
    sealed: readonly SealedEntry[],
  ) => Promise<'appended' | 'overtaken'>
  readonly readCheckpoint: (size: number) => Promise<string | undefined>
  readonly sign: (text: string) => Promise<NoteSignature>
  /** The note kept for this size: this one, or the one that was there before it. */
  readonly keepCheckpoint: (size: number, note: string) => Promise<string>
  /** First line of every checkpoint. It names the very table that holds the log: another table is another log. */
  readonly origin: string
  /** The entry that says which log this one goes on from. */
  readonly sayRestored: (from: LogHead) => UnsealedEntry
}

export type SealLogResult = {
  readonly sealed: number
  readonly size: number
  /** False when the run stopped at its bound; what is left waits for the next run. */
  readonly complete: boolean
}

/** Transactions that one run tries: well within its time. */
const mostTransactions = 200

/**
 * Gives every waiting entry its place in the log, then signs the log's new size. Writers never wait for this and never
 * chain to each other; several runs at once are safe, for only one of them can move the head. Each step leaves a state
 * from which the next run goes on, so a crash anywhere costs time and nothing else.
 * @throws HubError internal when the stored head or a kept checkpoint contradicts the log: nothing is signed then
 */
export const sealLog = async (deps: SealLogDeps): Promise<SealLogResult> => {
  let sealed = 0
  let tried = 0
  let complete = false
  while (!complete && tried < mostTransactions) {
    const waiting = await deps.readUnsealed()
    if (waiting.length === 0) complete = true
    else {
      const round = await sealThese(waiting, mostTransactions - tried, deps)
      sealed += round.sealed
      tried += round.tried
    }
  }
  return { sealed, size: await signHead(deps), complete }
}

/** Time order among what was read together; otherwise the order is that of sealing, which no clock has to be trusted for. */
const byTime = (one: UnsealedEntry, other: UnsealedEntry): number =>
  entryPosition(one.entry) < entryPosition(other.entry) ? -1 : 1

/** In as many transactions as it takes, one after another, until another run comes between. */
const sealThese = async (
  waiting: readonly UnsealedEntry[],
  most: number,
  deps: SealLogDeps,
): Promise<{ readonly sealed: number; readonly tried: number }> => {
  let head = await soundHead(deps)
  let sealed = 0
  let tried = 0
  for (const batch of sealingBatches(waiting.toSorted(byTime)).slice(0, most)) {
    const { next, entries } = headWith(head, batch)
    tried += 1
    if ((await deps.append(next, entries)) !== 'appended') break
    head = next
    sealed += entries.length
  }
  return { sealed, tried }
}

/** The head as these entries leave it, and each of them with its place. */
const headWith = (
  { origin, version, range: before }: LogHead,
  batch: readonly UnsealedEntry[],
): { readonly next: LogHead; readonly entries: readonly SealedEntry[] } => {
  const entries = batch.map((one, offset) => ({
    ...one,
    index: before.size + offset,
    leafHash: leafOf(one.entry),
  }))
  const range = entries.reduce((grown, { leafHash }) => appendTo(grown, leafHash), before)
  return { next: { origin, version: version + 1, range, root: rootOfRange(range) }, entries }
}

const emptyHead = (origin: string): LogHead => ({
  origin,
  version: 0,
  range: emptyRange,
  root: rootOfRange(emptyRange),
})

/** The head as it is kept. @throws HubError internal when it contradicts itself */
const keptHead = async (deps: SealLogDeps): Promise<LogHead> => {
  const head = (await deps.readHead()) ?? emptyHead(deps.origin)
  if (!isWhole(head.range) || !rootOfRange(head.range).equals(head.root))
    throw new HubError(
      'internal',
      `the log's head of size ${head.range.size} does not fit its root`,
    )
  return head
}

/** The head of this log: one that came with the rows of another goes on as this one's. */
const soundHead = async (deps: SealLogDeps): Promise<LogHead> => {
  const head = await keptHead(deps)
  return head.origin === deps.origin ? head : goOnFrom(head, deps)
}

/**
 * Rows of a log that stand in another table were restored there, and may be older than what was signed since. So they go on
 * under this table's own origin, from an entry that names the origin, size and root they had: whoever holds a later
 * checkpoint of the former log can show what is missing, and nobody ever holds two roots of one size of one log.
 */
const goOnFrom = async (former: LogHead, deps: SealLogDeps): Promise<LogHead> => {
  const own = { ...former, origin: deps.origin }
  const { next, entries } = headWith(own, [{ ...deps.sayRestored(former), isOwn: true }])
  if ((await deps.append(next, entries)) === 'appended') return next
  const head = await keptHead(deps)
  if (head.origin !== deps.origin) throw new HubError('internal', 'the head is of another log')
  return head
}

/** A log must never sign two roots for one size, so what is kept already is compared with the head. */
const signHead = async (deps: SealLogDeps): Promise<number> => {
  const { range, root } = await soundHead(deps)
  const { size } = range
  if (size === 0) return size
  const text = checkpointText({ origin: deps.origin, size, root })
  const kept = (await deps.readCheckpoint(size)) ?? (await signAndKeep(size, text, deps))
  if (textOfNote(kept) !== text)
    throw new HubError('internal', `another checkpoint of size ${size} is kept already`)
  return size
}

const signAndKeep = async (size: number, text: string, deps: SealLogDeps): Promise<string> =>
  deps.keepCheckpoint(size, signedNote(text, await deps.sign(text)))
