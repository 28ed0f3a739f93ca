import type { AuditEntry } from '../audit/audit-entry.ts'
import { dueAfterLapse } from '../calendar/working-days.ts'
import type { ReviewId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { isOpen, nextVersion, type Review } from '../reviews/review.ts'
import { lapsedMessage } from '../reviews/review-message.ts'
import { isShared } from '../sharing/decision.ts'
import { ruleOf } from '../sharing/rule-of.ts'
import { type AssessConcernDeps, planAssessment } from './assess-concern.ts'

export type AttendReviewDeps = AssessConcernDeps & {
  readonly readReview: (reviewId: ReviewId) => Promise<Review | undefined>
  /** The review a version on, with the message that tells a lead. */
  readonly commitReview: (change: {
    readonly review: Review
    readonly messages: readonly OutboxMessage[]
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
}

/** 'not-due' also when the review moved meanwhile: whatever moved it has dealt with it, or the next sweep does. */
export type AttendReviewResult = { readonly kind: 'taken-up' | 'lapsed' | 'chased' | 'not-due' }

const isOverdue = (review: Review, now: Date): boolean =>
  isOpen(review) && Date.parse(review.dueAt) <= now.getTime()

/**
 * What the clock does with a review whose verdict is to take effect, or whose due moment has passed. About disclosure it decides, as the table says: silence
 * never withholds a child in need. Who somebody is it cannot know: that review stays open and a lead is told, each
 * working day anew.
 */
export const attendReview = async (
  { reviewId }: { readonly reviewId: ReviewId },
  deps: AttendReviewDeps,
): Promise<AttendReviewResult> => {
  const review = await deps.readReview(reviewId)
  const now = deps.now()
  if (review?.isPending) return takeUp(review, now, deps)
  if (review === undefined || !isOverdue(review, now)) return { kind: 'not-due' }
  return review.kind === 'identity' ? chase(review, now, deps) : lapse(review, now, deps)
}

/** Decides the concern on the verdict that its sender's lead gave. */
const takeUp = async (
  { concernId, reviewId }: Review,
  now: Date,
  deps: AttendReviewDeps,
): Promise<AttendReviewResult> => {
  const stored = await deps.read(concernId)
  if (!stored?.reviewIds.includes(reviewId)) return { kind: 'not-due' }
  const step = { cause: 'verdict-taken-up', answered: reviewId, now } as const
  const commit = await planAssessment(stored, { step, record: deps.recorder(now) }, deps)
  if (commit === 'withdrawn') return { kind: 'not-due' }
  const committed = await deps.commit(commit)
  return { kind: committed === 'committed' ? 'taken-up' : 'not-due' }
}

const chase = async (
  review: Review,
  now: Date,
  deps: AttendReviewDeps,
): Promise<AttendReviewResult> => {
  const dueAt = dueAfterLapse(new Date(review.dueAt), 1, now).toISOString()
  const chased = nextVersion(review, { dueAt, chases: review.chases + 1 })
  const { reviewId, concernId, kind, authority } = chased
  const entries = deps.recorder(now)('REVIEW_CHASED', [reviewId, concernId], {
    authority,
    codes: { kind, chases: String(chased.chases) },
  })
  const messages = [lapsedMessage(chased, now)]
  const committed = await deps.commitReview({ review: chased, messages, entries })
  return { kind: committed === 'committed' ? 'chased' : 'not-due' }
}

const lapse = async (
  review: Review,
  now: Date,
  deps: AttendReviewDeps,
): Promise<AttendReviewResult> => {
  const stored = await deps.read(review.concernId)
  if (stored === undefined) return { kind: 'not-due' }
  const ended = nextVersion(review, { state: 'LAPSED' })
  const at = now.toISOString()
  const { kind } = review
  const concluded =
    kind === 'purpose' || kind === 'identity'
      ? { ...stored, purposeAnsweredAt: at }
      : { ...stored, concluded: { kind, at } }
  const step = { cause: 'lapsed', now } as const
  const making = { step, record: deps.recorder(now), ended }
  const commit = await planAssessment(concluded, making, deps)
  if (commit === 'withdrawn') return { kind: 'not-due' }
  const { decision } = commit.assessment
  const tellsLead = ruleOf(decision).tellsPartnershipLead === true && !isShared(decision.decision)
  const messages = tellsLead ? [...commit.messages, lapsedMessage(ended, now)] : commit.messages
  const committed = await deps.commit({ ...commit, messages })
  return { kind: committed === 'committed' ? 'lapsed' : 'not-due' }
}
