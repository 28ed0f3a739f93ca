import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { AlertId } from '../../kernel/ids.ts'

type Feedback = StoredConcern['feedback'][number]

/** The alert behind the answer of this number, where it is the newest of its alert and nobody contests it yet. */
export const contestedIn = (
  { feedback }: StoredConcern,
  feedbackNumber: number,
): AlertId | undefined => {
  const meant = feedback.find((given) => given.feedbackNumber === feedbackNumber)
  if (meant === undefined || meant.challenge !== undefined) return undefined
  const newest = feedback.findLast(({ alertId }) => alertId === meant.alertId)
  return newest === meant ? meant.alertId : undefined
}

/** The concern once this answer is contested: the authority owes an answer again. */
export const withChallenge = (
  stored: StoredConcern,
  feedbackNumber: number,
  challenge: NonNullable<Feedback['challenge']>,
): StoredConcern => ({
  ...stored,
  version: stored.version + 1,
  state: stored.state === 'FED_BACK' ? 'ALERTED' : stored.state,
  feedback: stored.feedback.map((given) =>
    given.feedbackNumber === feedbackNumber ? { ...given, challenge } : given,
  ),
})
