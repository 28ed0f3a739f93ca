/**
 * What can be wrong with a log. `index` is a leaf's, or a size; `place` the key of a row, or a name, as of a former log; `evidence` are signed notes
 * that contradict each other, whole.
 */
export const findings = {
  NOTHING_SIGNED: 'there are entries and no checkpoint',
  CHECKPOINT_NOT_SIGNED:
    "a checkpoint is not signed by the log's key, or is of another size than it is kept under",
  ROOT_DIFFERS: 'a checkpoint was signed over other leaves than there are',
  SHORTENED: 'a checkpoint that is held is of more leaves than there are now',
  FORKED: 'two checkpoints of one size are signed, and their roots differ',
  HELD_DIFFERS: 'a checkpoint that is held is not signed, or was signed over other leaves',
  BUNDLE_DAMAGED: 'a bundle holds no whole line, or ends within one',
  BUNDLES_OVERLAP: 'a bundle begins within another',
  LEAF_MISSING: 'no bundle holds this leaf',
  LEAF_UNREADABLE: 'a line of a bundle is not a leaf in canonical JSON',
  NOT_SIGNED: 'a bundle holds leaves that no checkpoint covers',
  PLACE_TWICE: 'two leaves stand in one place',
  COPY_MISSING: 'a copy of an entry is not there',
  DELETED_EARLY:
    'an entry was deleted that the log says was at its end, and was not, or was under a hold',
  COPY_CHANGED: 'a copy of an entry is not what was sealed',
  FIELDS_CHANGED: 'the salt, or a field by which an index finds the entry, is not what was sealed',
  ROW_NOT_IN_LOG: 'a row stands among the entries that was never sealed there',
  BATCH_DIFFERS: 'the batches have another leaf here, none, or one too many',
  HEAD_DIFFERS: 'the head is not of the size and root that were signed, or of another log',
  NOTE_MISSING: 'a checkpoint does not stand beside the rows',
  FORMER_DIFFERS: 'the log goes on from another, and its first entry names another than this one',
  NOTE_DIFFERS: 'a checkpoint beside the rows is not one of the sealed log',
  ROW_UNREADABLE: 'a row cannot be read',
  NAME_UNKNOWN: 'what stands among bundles and checkpoints has the name of neither',
  SET_ASIDE:
    'an entry could not be read when it was to be sealed; the log says so, and does not hold it to this day',
  VERSION_MISSING:
    'the entries of a record leave out one of its versions, the first and the last included',
} as const satisfies Record<string, string>

export type Finding = {
  readonly what: keyof typeof findings
  readonly index?: number
  readonly place?: string
  readonly evidence?: readonly string[]
}
