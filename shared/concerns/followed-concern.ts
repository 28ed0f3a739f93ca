import * as z from 'zod'
import { outcomes } from '../codes/outcomes.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { StoredConcern } from './stored-concern.ts'

type Feedback = StoredConcern['feedback'][number]

/** The words in which a referrer is told where a concern of theirs stands. */
export const followedStatuses = ['received', 'answered', 'challenged', 'withdrawn'] as const
export type FollowedStatus = (typeof followedStatuses)[number]

/** A concern as its referrer sees it: nothing of what happened inside, until a social worker has answered. */
export type FollowedConcern = Pick<StoredConcern, 'concernId'> & {
  readonly status: FollowedStatus
  readonly ownReference?: string
  readonly feedback: readonly (Omit<Feedback, 'alertId' | 'authority'> &
    Partial<Pick<Feedback, 'authority'>> & { readonly outcomeLabel: string })[]
}

export const followedConcernOf = (stored: StoredConcern): FollowedConcern => ({
  concernId: stored.concernId,
  status: statusOf(stored),
  ...present({ ownReference: stored.concern.ownReference }),
  feedback: stored.feedback.map(({ alertId: _, authority, ...given }) => ({
    ...given,
    // Another authority than the one stated is where an adopted child or a hidden family now lives (X1, X6).
    ...present({ authority: authority === stored.concern.authority ? authority : undefined }),
    outcomeLabel: outcomes[given.outcome].label,
  })),
})

/** Challenged as long as the newest answer of some alert is; withdrawn by their own word, whatever was answered. */
const statusOf = ({ feedback, withdrawal }: StoredConcern): FollowedStatus => {
  if (withdrawal !== undefined) return 'withdrawn'
  const newest = [...new Map(feedback.map((given) => [given.alertId, given])).values()]
  if (newest.length === 0) return 'received'
  return newest.some(({ challenge }) => challenge !== undefined) ? 'challenged' : 'answered'
}

/** A concern in its agency's list. `changedAt` is when something of it last changed that its referrer can see. */
export const listedConcernSchema = z.strictObject({
  concernId: concernIdSchema,
  status: z.enum(followedStatuses),
  ownReference: z.string().optional(),
  sentAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
})
export type ListedConcern = z.infer<typeof listedConcernSchema>

/** The line of a concern in its agency's list: nothing that happens inside changes a sign of it. */
export const listedConcernOf = (stored: StoredConcern): ListedConcern => {
  const { concernId, concern, receivedAt, feedback, withdrawal } = stored
  const seen = feedback.flatMap(({ at, challenge }) => [at, challenge?.at])
  const moments = [receivedAt, withdrawal?.at, ...seen].filter((at) => at !== undefined)
  return {
    concernId,
    status: statusOf(stored),
    ...present({ ownReference: concern.ownReference }),
    sentAt: receivedAt,
    changedAt: moments.toSorted().at(-1) ?? receivedAt,
  }
}
