import { contradiction } from '../audit/contradiction.ts'
import { entryPosition } from '../audit/entry-position.ts'
import { leafOf } from '../audit/leaf-text.ts'
import type { HeadMove, LogHead, SealedEntry, UnsealedEntry } from '../audit/log-head.ts'
import { appendTo, rootOfRange } from '../audit/merkle.ts'
import { sealingBatches } from '../audit/sealing-batches.ts'
import { type PublishLogDeps, publish, publishedHead } from './publish-log.ts'

export type SealLogDeps = PublishLogDeps & {
  /** Some of the entries that are not sealed, so many that memory holds them, and whether these are all. */
  readonly readUnsealed: () => Promise<{
    readonly entries: readonly UnsealedEntry[]
    readonly isAll: boolean
    /** How many wait that cannot be sealed: the log tells of each, or one of the entries will. */
    readonly setAside?: number
  }>
  /** One transaction: the head's next version, the batch of leaves, and every entry moved into the log with its index. */
  readonly append: (
    move: HeadMove,
    sealed: readonly SealedEntry[],
  ) => Promise<'appended' | 'overtaken'>
  /** 32 random bytes, as base64. */
  readonly newSalt: () => string
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
 * Gives every waiting entry its place in the log, and signs what so became of it: after it has stood in the sealed log.
 * Before anything else it proves that the head goes on from the newest checkpoint there. Writers never wait for this and
 * never chain to each other; several runs at once are safe, for only one of them can move the head. Each step leaves a
 * state from which the next run goes on, so a crash anywhere costs time and nothing else.
 * @throws HubError internal, a contradiction, when something contradicts the sealed log: nothing is sealed or signed then
 */
export const sealLog = async (deps: SealLogDeps): Promise<SealLogResult> => {
  let head = await ownHead(deps)
  let sealed = 0
  let tried = 0
  let complete = false
  while (!complete && tried < mostTransactions) {
    const { entries, isAll } = await deps.readUnsealed()
    const round = await sealThese({ entries, most: mostTransactions - tried }, head, deps)
    if (round.overtaken) head = await ownHead(deps)
    else if (round.entries.length > 0)
      head = await publish({ before: head.range, leaves: round.entries }, round.head, deps)
    sealed += round.entries.length
    tried += round.tried
    complete = entries.length === 0 || (isAll && round.entries.length === entries.length)
  }
  return { sealed, size: head.range.size, complete }
}

/**
 * The head of this log. Rows of a log that stand in another table were restored there, and may be older than what was signed
 * since. So they go on under this table's own origin, from an entry that names the origin, size and root they had: whoever
 * holds a later checkpoint of the former log can show what is missing, and nobody ever holds two roots of one size of one log.
 */
const ownHead = async (deps: SealLogDeps): Promise<LogHead> => {
  const head = await publishedHead(deps)
  if (head.origin === deps.origin) return head
  const own = { ...head, origin: deps.origin }
  const { next, sealed } = headWith(own, [deps.sayRestored(head)], deps.newSalt)
  if ((await deps.append({ before: own, next }, sealed)) === 'appended')
    return publish({ before: head.range, leaves: sealed }, next, deps)
  const moved = await publishedHead(deps)
  if (moved.origin !== deps.origin) throw contradiction('OF_ANOTHER_LOG')
  return moved
}

/** Time order among what was read together; otherwise the order is that of sealing, which no clock has to be trusted for. */
const byTime = (one: UnsealedEntry, other: UnsealedEntry): number =>
  entryPosition(one.entry) < entryPosition(other.entry) ? -1 : 1

type Round = {
  readonly head: LogHead
  readonly entries: readonly SealedEntry[]
  readonly tried: number
  readonly overtaken: boolean
}

/** In as many transactions as it takes, one after another, until another run comes between. */
const sealThese = async (
  { entries: waiting, most }: { readonly entries: readonly UnsealedEntry[]; readonly most: number },
  start: LogHead,
  deps: SealLogDeps,
): Promise<Round> => {
  let head = start
  const entries: SealedEntry[] = []
  let tried = 0
  let overtaken = false
  for (const batch of sealingBatches(waiting.toSorted(byTime)).slice(0, most)) {
    const { next, sealed } = headWith(head, batch, deps.newSalt)
    tried += 1
    overtaken = (await deps.append({ before: head, next }, sealed)) !== 'appended'
    if (overtaken) break
    head = next
    entries.push(...sealed)
  }
  return { head, entries, tried, overtaken }
}

/** The head as these entries leave it, and each of them with its place. */
const headWith = (
  { origin, version, range: before }: LogHead,
  batch: readonly UnsealedEntry[],
  newSalt: () => string,
): { readonly next: LogHead; readonly sealed: readonly SealedEntry[] } => {
  const sealed = batch.map((one, offset) => {
    const leaf = { ...one, salt: newSalt() }
    return { ...leaf, index: before.size + offset, leafHash: leafOf(leaf) }
  })
  const range = sealed.reduce((grown, { leafHash }) => appendTo(grown, leafHash), before)
  return { next: { origin, version: version + 1, range, root: rootOfRange(range) }, sealed }
}
