import type { Finding, findings } from '../../shared/audit/finding.ts'
import type { Leaf } from '../../shared/audit/sealed-leaf.ts'
import type { Fault } from './outcome.ts'

/** The leaf of the sealed log that stands at an index, if it can be read. */
export type LeafAt = (index: number) => Leaf | undefined

/** An entry as a person can find it again. */
export const entryInWords = (index: number, leaf: Leaf | undefined): string => {
  if (leaf === undefined) return `entry ${index} (counted from 0)`
  const { entryId, at, actor, action } = leaf.entry
  const said = typeof action === 'string' ? action : 'an act'
  return `entry ${index} (${said} by ${actor ?? 'nobody named'}, ${at}, id ${entryId})`
}

type Words = (
  about: Pick<Finding, 'index' | 'place'> & { readonly size: string; readonly entry: string },
) => string

/** What each finding means, for somebody who has never seen a log. */
const inWords = {
  NOTHING_SIGNED: () => 'There are entries, and no signed checkpoint that covers any of them.',
  CHECKPOINT_NOT_SIGNED: ({ size }) =>
    `The checkpoint kept for ${size} entries is not signed by a key of the log, or speaks of another number of entries.`,
  ROOT_DIFFERS: ({ size }) =>
    `The checkpoint of ${size} entries was signed over other entries than are here: something among the first ${size} was changed, put in, taken out or moved after it was signed.`,
  SHORTENED: ({ size }) =>
    `A checkpoint that you keep speaks of ${size} entries, and there are fewer here: entries were cut off after you were given it.`,
  FORKED: ({ size }) =>
    `Two checkpoints of ${size} entries are both signed by a key of the log and contradict each other: two different histories were signed. The evidence is below.`,
  HELD_DIFFERS: ({ index, size }) =>
    index === undefined
      ? 'A checkpoint that you keep is not signed by a key of this log.'
      : `A checkpoint of ${size} entries that you keep is signed, and the first ${size} entries here are others: the log was written anew after you were given it. The evidence is below.`,
  BUNDLE_DAMAGED: ({ entry }) =>
    `The bundle that begins at ${entry} holds no whole line, or ends within one: something was cut off.`,
  BUNDLES_OVERLAP: ({ entry }) =>
    `The bundle that begins at ${entry} begins within the bundle before it: an entry stands twice, or one was put in.`,
  LEAF_MISSING: ({ entry }) =>
    `No bundle holds ${entry}: a bundle, or a part of one, was taken out, or was not yet there when its checkpoint was copied.`,
  LEAF_UNREADABLE: ({ entry }) => `The line of ${entry} is not as the hub writes lines.`,
  NOT_SIGNED: ({ entry }) =>
    `From ${entry} on there are entries that no checkpoint covers: they were added without a signature, or the checkpoint over them was taken away.`,
  PLACE_TWICE: ({ entry, place }) =>
    `Another entry claims the same place as ${entry}: ${place ?? ''}.`,
  COPY_MISSING: ({ entry, place }) =>
    `The copy of ${entry} under ${place ?? ''} is missing: whoever asks about that record is not told of it.`,
  DELETED_EARLY: ({ entry }) =>
    `The rows of ${entry} were deleted. The log says that its time was over, and by its own moment, the time of that deletion and this machine's clock it was not, or it was under a legal hold.`,
  COPY_CHANGED: ({ entry, place }) =>
    `The copy of ${entry} under ${place ?? ''} is not what was sealed.`,
  FIELDS_CHANGED: ({ entry, place }) =>
    `The salt of ${entry}, or a field by which it is found, is not what was sealed, or stands where it should not (${place ?? ''}): some questions may miss it.`,
  ROW_NOT_IN_LOG: ({ place }) =>
    `A row stands among the entries that was never sealed there: ${place ?? ''}.`,
  BATCH_DIFFERS: ({ entry }) =>
    `The table's own account of ${entry} is missing, doubled, or other than what was sealed.`,
  HEAD_DIFFERS: () =>
    "The table's head is missing, or says another size, root or name of the log than was signed.",
  NOTE_MISSING: ({ size }) =>
    `The checkpoint of ${size} entries does not stand in the table beside the rows.`,
  NOTE_DIFFERS: ({ size }) =>
    `A checkpoint in the table, kept for ${size} entries, is not the one of the sealed log.`,
  FORMER_DIFFERS: ({ entry, place }) =>
    `The log goes on from another after a restore, and ${entry}, which has to name that other, does not name ${place ?? 'it'}: other entries were put before it.`,
  ROW_UNREADABLE: ({ place }) => `A row cannot be read${place === undefined ? '' : `: ${place}`}.`,
  NAME_UNKNOWN: ({ place }) =>
    `${place ?? 'A file'} has the name of neither a bundle nor a checkpoint.`,
  SET_ASIDE: ({ entry }) =>
    `A row could not be sealed when its turn came, as ${entry} says (in its codes, why), and the log does not hold it as it waited to this day: an entry is missing that somebody may have damaged.`,
  VERSION_MISSING: ({ index, place }) =>
    `Version ${index ?? ''} of ${place ?? ''} has no entry, though it came to be: a later one has its entry, or the record stands there. That change left none, or it was taken away.`,
} as const satisfies Record<keyof typeof findings, Words>

/** Numbers of leaves, as opposed to sizes and versions. */
const ofLeaves: readonly (keyof typeof findings)[] = [
  'BUNDLE_DAMAGED',
  'BUNDLES_OVERLAP',
  'LEAF_UNREADABLE',
  'PLACE_TWICE',
  'COPY_MISSING',
  'DELETED_EARLY',
  'COPY_CHANGED',
  'FIELDS_CHANGED',
  'BATCH_DIFFERS',
  'FORMER_DIFFERS',
  'SET_ASIDE',
]

/** A finding for people and programs. */
export const faultOf = (finding: Finding, leafAt: LeafAt): Fault => {
  const { what, index, place } = finding
  const leaf = index === undefined || !ofLeaves.includes(what) ? undefined : leafAt(index)
  const said: Words = inWords[what]
  const sentence = said({
    ...(index !== undefined && { index }),
    ...(place !== undefined && { place }),
    size: index === undefined || Number.isNaN(index) ? 'a number that is none' : String(index),
    entry: index === undefined ? 'an entry' : entryInWords(index, leaf),
  })
  return { ...finding, sentence, ...(leaf !== undefined && { entryId: leaf.entry.entryId }) }
}
