import type { NoteSignature } from '../audit/checkpoint.ts'
import { type Checkpoint, checkpointText, signedNote, textOfNote } from '../audit/checkpoint.ts'
import { contradiction } from '../audit/contradiction.ts'
import { leafText } from '../audit/leaf-text.ts'
import { type Lineage, lineageOf } from '../audit/lineage.ts'
import type { AppendedBatch, LogHead } from '../audit/log-head.ts'
import { emptyRange, emptyRoot, isWhole, rootOfRange } from '../audit/merkle.ts'
import { type Bundle, type KeptCheckpoint, linesOf } from '../audit/sealed-log.ts'

export type PublishLogDeps = {
  readonly readHead: () => Promise<LogHead | undefined>
  /** What was appended from this leaf on, in order. */
  readonly readAppended: (first: number) => Promise<readonly AppendedBatch[]>
  /** The newest checkpoint of the sealed log. */
  readonly readNewest: () => Promise<KeptCheckpoint | 'taken-away' | undefined>
  /** Whether any leaf of this log stands in the sealed log. */
  readonly hasBundles: () => Promise<boolean>
  /** The checkpoint, if the log's key signed it. */
  readonly open: (note: string) => Promise<Checkpoint | undefined>
  /** Each gives what stands in the sealed log: this, or what was there before it. */
  readonly putBundle: (bundle: Bundle) => Promise<string>
  readonly putCheckpoint: (size: number, note: string) => Promise<string>
  readonly sign: (text: string) => Promise<NoteSignature>
  /** The note kept for exactly this size beside the rows, where auditors read it. */
  readonly readCheckpoint: (size: number) => Promise<string | undefined>
  /** The note kept for this size: this one, or the one that was there before it. */
  readonly keepCheckpoint: (size: number, note: string) => Promise<string>
  /** First line of every checkpoint. It names the very table that holds the log: another table is another log. */
  readonly origin: string
}

const emptyHead = (origin: string): LogHead => ({
  origin,
  version: 0,
  range: emptyRange,
  root: emptyRoot,
})

const soundHead = async ({ readHead, origin }: PublishLogDeps): Promise<LogHead> => {
  const head = (await readHead()) ?? emptyHead(origin)
  if (!isWhole(head.range) || !rootOfRange(head.range).equals(head.root))
    throw contradiction('HEAD_DAMAGED')
  return head
}

type Newest = Pick<Checkpoint, 'size' | 'root'> & { readonly note?: string }

/** Of the sealed log and of nothing else: what the tables say of it is not asked. */
const readNewest = async (deps: PublishLogDeps): Promise<Newest> => {
  const kept = await deps.readNewest()
  if (kept === undefined) return { size: 0, root: emptyRoot }
  if (kept === 'taken-away') throw contradiction('CHECKPOINT_TAKEN_AWAY')
  const opened = await deps.open(kept.note)
  if (opened === undefined) throw contradiction('CHECKPOINT_NOT_SIGNED')
  if (opened.size !== kept.size) throw contradiction('CHECKPOINT_OF_OTHER_SIZE')
  return { ...opened, note: kept.note }
}

/** How often a run begins anew because others put more into the sealed log while it worked. */
const attempts = 5

/** A log that has grown under its own name never takes another's rows: only one that was cut off as it began does. */
const refuseOther = async ({ hasBundles }: PublishLogDeps): Promise<void> => {
  if (await hasBundles()) throw contradiction('OF_ANOTHER_LOG')
}

const publishRest = async (
  newest: Newest,
  head: LogHead,
  deps: PublishLogDeps & { readonly left: number },
): Promise<LogHead> => {
  const lineage = lineageOf(await deps.readAppended(newest.size), { from: newest, head })
  if (typeof lineage === 'string') throw contradiction(lineage)
  return publish(lineage, head, deps)
}

/**
 * The head, once all of it is in the sealed log and signed there. What a run left that was cut off is read from its rows,
 * and hashed anew.
 * @throws HubError internal, a contradiction, when the head does not go on from the sealed log; nothing is signed then
 */
export const publishedHead = async (deps: PublishLogDeps, left = attempts): Promise<LogHead> => {
  const newest = await readNewest(deps)
  const head = await soundHead(deps)
  const { size } = head.range
  const isOfOther = head.origin !== deps.origin
  if (isOfOther && newest.size === 0) return beginAt(head, deps)
  if (isOfOther) await refuseOther(deps)
  if (size < newest.size || left === 0) throw contradiction('REWOUND')
  if (size > newest.size) return publishRest(newest, head, { ...deps, left: left - 1 })
  if (!head.root.equals(newest.root)) throw contradiction('FORK')
  if (newest.note !== undefined && !isOfOther) await keepBesideRows(newest.note, size, deps)
  return head
}

/** The root that a note tells, as it is written there. */
const rootIn = (note: string): string | undefined => textOfNote(note).split('\n')[2]

/**
 * Rows of another log that were restored here: this log begins at their size, and its first checkpoint says of what. The note
 * that stands beside the rows for this size is that of the other log, and stays.
 */
const beginAt = async (head: LogHead, deps: PublishLogDeps): Promise<LogHead> => {
  const { range, root } = head
  const beside = await deps.readCheckpoint(range.size)
  if (beside !== undefined && rootIn(beside) !== root.toString('base64'))
    throw contradiction('RESTORED_OTHERWISE')
  const text = checkpointText({ origin: deps.origin, size: range.size, root })
  const note = await deps.putCheckpoint(range.size, signedNote(text, await deps.sign(text)))
  if (textOfNote(note) !== text) throw contradiction('TWO_ROOTS')
  return head
}

/**
 * Puts the leaves up to the head into the sealed log, then signs the head, then puts the checkpoint there: in this order,
 * so that nothing is signed of which the entries could still be taken away. The lineage begins at a checkpoint that was read
 * there in the same run, and the bundles after it can be put once: so whoever signs anything goes on from all that is signed.
 */
export const publish = async (
  lineage: Lineage,
  head: LogHead,
  deps: PublishLogDeps & { readonly left?: number },
): Promise<LogHead> => {
  if ((await putBundles(lineage, deps)) === 'behind') return publishedHead(deps, deps.left)
  await signed(head, deps)
  return head
}

const textOf = ({ leaves }: Lineage): string => leaves.map((leaf) => `${leafText(leaf)}\n`).join('')

/** `behind` when another run put more there already, of which these leaves are the beginning. */
const putBundles = async (
  lineage: Lineage,
  { putBundle }: PublishLogDeps,
): Promise<'put' | 'behind'> => {
  let first = lineage.before.size
  let text = textOf(lineage)
  while (text !== '') {
    const stands = await putBundle({ first, text })
    if (stands === text) return 'put'
    if (stands.startsWith(text)) return 'behind'
    if (!(stands.endsWith('\n') && text.startsWith(stands))) throw contradiction('BUNDLE_DIFFERS')
    first += linesOf(stands).length
    text = text.slice(stands.length)
  }
  return 'put'
}

/** A log must never sign two roots for one size, so what is kept already is compared. */
const signed = async ({ range, root }: LogHead, deps: PublishLogDeps): Promise<void> => {
  const { size } = range
  const text = checkpointText({ origin: deps.origin, size, root })
  const note = await deps.putCheckpoint(size, signedNote(text, await deps.sign(text)))
  if (textOfNote(note) !== text) throw contradiction('TWO_ROOTS')
  const kept = await deps.keepCheckpoint(size, note)
  if (textOfNote(kept) !== text) throw contradiction('TWO_ROOTS')
}

/** After a run that was cut off between the two. */
const keepBesideRows = async (note: string, size: number, deps: PublishLogDeps): Promise<void> => {
  const kept = (await deps.readCheckpoint(size)) ?? (await deps.keepCheckpoint(size, note))
  if (textOfNote(kept) !== textOfNote(note)) throw contradiction('TWO_ROOTS')
}
