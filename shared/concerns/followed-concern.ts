import * as z from 'zod'
import { outcomeWords } from '../codes/outcome-details.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { StoredConcern } from './stored-concern.ts'

type Feedback = StoredConcern['feedback'][number]

/**
 * The words in which a referrer is told where a concern of theirs stands. `returned`, `reason-asked` and `acknowledged`
 * follow from what was sent; the others from what somebody answered or the referrer did.
 */
export const followedStatuses = [
  'received',
  'returned',
  'reason-asked',
  'acknowledged',
  'answered',
  'challenged',
  'withdrawn',
] as const
export type FollowedStatus = (typeof followedStatuses)[number]

/** A concern as its referrer sees it: nothing of what happened inside, until a social worker has answered. */
export type FollowedConcern = Pick<StoredConcern, 'concernId'> & {
  readonly status: FollowedStatus
  readonly ownReference?: string
  readonly feedback: readonly (Omit<Feedback, 'alertId' | 'authority'> & {
    readonly outcomeLabel: string
  })[]
}

/** Who answered is not said: that may be where an adopted child or a hidden family now lives (X1, X6). */
export const followedConcernOf = (stored: StoredConcern): FollowedConcern => ({
  concernId: stored.concernId,
  status: statusOf(stored),
  ...present({ ownReference: stored.concern.ownReference }),
  feedback: stored.feedback.map(({ alertId: _alert, authority: _authority, ...given }) => ({
    ...given,
    outcomeLabel: outcomeWords({ ...given, code: given.outcome }),
  })),
})

/** Before there is feedback: what follows from the form, and an acknowledgement only where that alone shares (policy §3). */
const statusBefore = ({ seen, acknowledgedAt }: StoredConcern): FollowedStatus => {
  if (seen?.isReturned === true) return 'returned'
  if (seen?.isReasonAsked === true) return 'reason-asked'
  return seen?.isShared === true && acknowledgedAt !== undefined ? 'acknowledged' : 'received'
}

/**
 * Challenged as long as the newest answer of some alert is, or silence is that no answer has followed; withdrawn by their
 * own word, whatever was answered.
 */
const statusOf = (stored: StoredConcern): FollowedStatus => {
  const { feedback, silences, withdrawal } = stored
  if (withdrawal !== undefined) return 'withdrawn'
  const newest = [...new Map(feedback.map((given) => [given.alertId, given])).values()]
  if (newest.length === 0) return silences === undefined ? statusBefore(stored) : 'challenged'
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
  const { concernId, concern, receivedAt, seen, feedback, silences = [] } = stored
  const status = statusOf(stored)
  const answered = feedback.flatMap(({ at, challenge, caseStatus }) => [
    at,
    challenge?.at,
    caseStatus?.at,
  ])
  const moments = [
    receivedAt,
    stored.withdrawnAt ?? stored.withdrawal?.at,
    seen?.askedAt,
    status === 'acknowledged' ? stored.acknowledgedAt : undefined,
    ...silences.map(({ at }) => at),
    ...answered,
  ].filter((at) => at !== undefined)
  return {
    concernId,
    status,
    ...present({ ownReference: concern.ownReference }),
    sentAt: receivedAt,
    changedAt: moments.toSorted().at(-1) ?? receivedAt,
  }
}
