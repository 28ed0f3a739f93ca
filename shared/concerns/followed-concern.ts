import { outcomes } from '../codes/outcomes.ts'
import { present } from '../kernel/present.ts'
import type { StoredConcern } from './stored-concern.ts'

type Feedback = StoredConcern['feedback'][number]

/** A concern as its referrer sees it: nothing of what happened inside, until a social worker has answered. */
export type FollowedConcern = Pick<StoredConcern, 'concernId'> & {
  readonly status: 'received' | 'answered' | 'challenged'
  readonly feedback: readonly (Omit<Feedback, 'alertId' | 'authority'> &
    Partial<Pick<Feedback, 'authority'>> & { readonly outcomeLabel: string })[]
}

export const followedConcernOf = ({
  concernId,
  concern,
  feedback,
}: StoredConcern): FollowedConcern => ({
  concernId,
  status: statusOf(feedback),
  feedback: feedback.map(({ alertId: _, authority, ...given }) => ({
    ...given,
    // Another authority than the one stated is where an adopted child or a hidden family now lives (X1, X6).
    ...present({ authority: authority === concern.authority ? authority : undefined }),
    outcomeLabel: outcomes[given.outcome].label,
  })),
})

/** Challenged as long as the newest answer of some alert is. */
const statusOf = (feedback: readonly Feedback[]): FollowedConcern['status'] => {
  const newest = [...new Map(feedback.map((given) => [given.alertId, given])).values()]
  if (newest.length === 0) return 'received'
  return newest.some(({ challenge }) => challenge !== undefined) ? 'challenged' : 'answered'
}
