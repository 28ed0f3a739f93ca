import { checkpointText, type NoteSignature, signedNote, textOfNote } from '../audit/checkpoint.ts'
import type { LogHead, SealedLeaf, UnsealedEntry } from '../audit/log-head.ts'
import { appendTo, emptyRange, isWhole, rootOfRange } from '../audit/merkle.ts'
import { leafOf } from '../audit/sealed-leaf.ts'
import { HubError } from '../kernel/hub-error.ts'

export type SealLogDeps = {
  /** Some of the entries that are not sealed, few enough for one transaction; none only when none are listed. */
  readonly readUnsealed: () => Promise<readonly UnsealedEntry[]>
  readonly readHead: () => Promise<LogHead | undefined>
  /** One transaction: the head's next version, the batch of leaves, and every entry marked with its index. */
  readonly append: (
    next: LogHead,
    leaves: readonly SealedLeaf[],
  ) => Promise<'appended' | 'overtaken'>
  readonly readCheckpoint: (size: number) => Promise<string | undefined>
  readonly sign: (text: string) => Promise<NoteSignature>
  /** The note kept for this size: this one, or the one that was there before it. */
  readonly keepCheckpoint: (size: number, note: string) => Promise<string>
  readonly origin: string
}

export type SealLogResult = {
  readonly sealed: number
  readonly size: number
  /** False when the run stopped at its bound; what is left waits for the next run. */
  readonly complete: boolean
}

const maxRounds = 200

/**
 * Gives every waiting entry its place in the log, then signs the log's new size. Writers never wait for this and never
 * chain to each other; several runs at once are safe, for only one of them can move the head. Each step leaves a state
 * from which the next run goes on, so a crash anywhere costs time and nothing else.
 * @throws HubError internal when the stored head or a kept checkpoint contradicts the log: nothing is signed then
 */
export const sealLog = async (deps: SealLogDeps): Promise<SealLogResult> => {
  let sealed = 0
  let complete = false
  for (let round = 0; round < maxRounds && !complete; round += 1) {
    const entries = await deps.readUnsealed()
    complete = entries.length === 0
    if (!complete) sealed += await sealOnce(entries, deps)
  }
  return { sealed, size: await signHead(deps), complete }
}

/** Time order within a batch; between batches the order is that of sealing, which no clock has to be trusted for. */
const byTime = (one: UnsealedEntry, other: UnsealedEntry): number =>
  timeKey(one) < timeKey(other) ? -1 : 1
const timeKey = ({ entry }: UnsealedEntry): string => `${entry.at}#${entry.entryId}`

const sealOnce = async (entries: readonly UnsealedEntry[], deps: SealLogDeps): Promise<number> => {
  const head = await soundHead(deps)
  const first = head.range.size
  const leaves = entries.toSorted(byTime).map(({ pk, sk, entry }, offset) => ({
    index: first + offset,
    leafHash: leafOf(entry),
    pk,
    sk,
  }))
  const range = leaves.reduce((grown, leaf) => appendTo(grown, leaf.leafHash), head.range)
  const next = { version: head.version + 1, range, root: rootOfRange(range) }
  return (await deps.append(next, leaves)) === 'appended' ? leaves.length : 0
}

const emptyHead: LogHead = { version: 0, range: emptyRange, root: rootOfRange(emptyRange) }

const soundHead = async (deps: SealLogDeps): Promise<LogHead> => {
  const head = (await deps.readHead()) ?? emptyHead
  if (!isWhole(head.range) || !rootOfRange(head.range).equals(head.root))
    throw new HubError(
      'internal',
      `the log's head of size ${head.range.size} does not fit its root`,
    )
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
