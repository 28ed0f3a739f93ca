import { HubError } from '../kernel/hub-error.ts'

/** What can contradict the log. Each means that somebody altered it, or that a defect would make it say two things. */
export const contradictions = {
  CHECKPOINT_TAKEN_AWAY: 'the newest checkpoint was taken out of the sealed log',
  CHECKPOINT_NOT_SIGNED: "the newest checkpoint of the sealed log is not signed by the log's key",
  CHECKPOINT_OF_OTHER_SIZE:
    'the newest checkpoint of the sealed log is of another size than it is kept under',
  HEAD_DAMAGED: "the log's head does not fit its root",
  REWOUND: 'the head is shorter than the sealed log',
  FORK: 'the head does not go on from the newest checkpoint of the sealed log',
  GAP: 'batches between the newest checkpoint and the head are missing, or do not follow each other',
  ROW_CHANGED: 'a row that is appended and not yet signed is not what its leaf is of',
  BUNDLE_DIFFERS: 'the sealed log holds another bundle of the same leaves',
  TWO_ROOTS: 'another checkpoint of this size is kept already',
  RESTORED_OTHERWISE: 'rows were restored that differ from what was signed of them',
  OF_ANOTHER_LOG: 'the head is of a log that stands in another table',
  ID_TAKEN: 'what stands in the table of the log under the id of an entry that waits is no leaf',
} as const satisfies Record<string, string>
export type Contradiction = keyof typeof contradictions

/** The error of a contradiction: nothing is signed after it. */
export const contradiction = (kind: Contradiction): HubError =>
  new HubError('internal', contradictions[kind], { cause: { contradiction: kind } })

/** Which contradiction this error is, if it is one. */
export const contradictionOf = (error: unknown): Contradiction | undefined => {
  const cause: unknown = error instanceof HubError ? error.cause : undefined
  if (typeof cause !== 'object' || cause === null || !('contradiction' in cause)) return undefined
  const { contradiction: kind } = cause
  return Object.keys(contradictions).find((one): one is Contradiction => one === kind)
}
