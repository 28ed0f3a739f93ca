import { outcomeWords } from '../codes/outcome-details.ts'
import type { StoredConcern } from './stored-concern.ts'

type Feedback = StoredConcern['feedback'][number]

/** A concern as its referrer sees it: nothing of what happened inside, until a social worker has answered. */
export type FollowedConcern = Pick<StoredConcern, 'concernId'> & {
  readonly status: 'received' | 'answered' | 'challenged'
  readonly feedback: readonly (Omit<Feedback, 'alertId' | 'authority'> & {
    readonly outcomeLabel: string
  })[]
}

/** Who answered is not said: that may be where an adopted child or a hidden family now lives (X1, X6). */
export const followedConcernOf = ({
  concernId,
  feedback,
  silences,
}: StoredConcern): FollowedConcern => ({
  concernId,
  status: statusOf(feedback, silences !== undefined),
  feedback: feedback.map(({ alertId: _alert, authority: _authority, ...given }) => ({
    ...given,
    outcomeLabel: outcomeWords({ ...given, code: given.outcome }),
  })),
})

/** Challenged as long as the newest answer of some alert is, or silence is that no answer has followed. */
const statusOf = (
  feedback: readonly Feedback[],
  isSilenceContested: boolean,
): FollowedConcern['status'] => {
  const newest = [...new Map(feedback.map((given) => [given.alertId, given])).values()]
  if (newest.length === 0) return isSilenceContested ? 'challenged' : 'received'
  return newest.some(({ challenge }) => challenge !== undefined) ? 'challenged' : 'answered'
}
