import { holdingQueue } from '../agencies/holder.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { contentAsSent, contentFor } from '../assessing/content-for.ts'
import type { Read } from '../assessing/reading.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { adoptedIn } from '../household/protection.ts'
import type { ConcernId, ReviewId } from '../kernel/ids.ts'
import { maySeeReview } from '../reviews/admit-verdict.ts'
import { isOpen, type Review } from '../reviews/review.ts'
import { closedViewOf, type ReviewView, reviewViewOf } from '../reviews/review-view.ts'
import { type ReadAroundDeps, readAroundConcern } from './read-around.ts'
import { type RecordDeps, refused } from './record-refusal.ts'

export type ReadReviewDeps = RecordDeps &
  ReadAroundDeps & {
    readonly readReview: (reviewId: ReviewId) => Promise<Review | undefined>
    readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
    readonly latestAssessment: (stored: StoredConcern) => Promise<Assessment | undefined>
  }

export type ReadReviewResult =
  | { readonly kind: 'found'; readonly review: ReviewView }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** What the best verdict could disclose at most, to an authority or to the partnership lead. */
const asRead = ({ authority, kind }: Review, { decision }: Assessment): Read => ({
  authority: authority ?? holdingQueue,
  why: [],
  children: [],
  decision: kind === 'watched' || decision.decision === 'SHARE_MINIMAL' ? 'SHARE_MINIMAL' : 'SHARE',
  isLeadsOnly: decision.leadsOnly,
  isLead: false,
})

const viewOf = async (
  review: Review,
  stored: StoredConcern,
  { now, deps }: { readonly now: Date; readonly deps: ReadReviewDeps },
): Promise<ReviewView | undefined> => {
  if (!isOpen(review)) return closedViewOf(review)
  const assessment = await deps.latestAssessment(stored)
  if (assessment === undefined) return undefined
  const behind = { stored, assessment }
  // A sender's lead reads its own agency's concern: nothing more is read of anybody known, so that nothing can tell.
  if (review.asked === 'sender-lead') return reviewViewOf(review, contentAsSent(behind, now), {})
  const surroundings = await readAroundConcern(behind, { isLead: false, now }, deps)
  const content = contentFor(asRead(review, assessment), behind, surroundings)
  const match = assessment.matches.find(({ person }) => person === review.person)?.match
  return reviewViewOf(review, content, { match, adopted: adoptedIn(surroundings.around) })
}

/** Reads a review with what it asks about. The entry, which names everybody shown, comes before anything is disclosed. */
export const readReview = async (
  { by, reviewId }: { readonly by: By; readonly reviewId: ReviewId },
  deps: ReadReviewDeps,
): Promise<ReadReviewResult> => {
  const review = await deps.readReview(reviewId)
  if (review === undefined) return { kind: 'not-found' }
  if (!maySeeReview(by.caller, 'review.read', review))
    return refused('not-theirs', { by, action: 'review.read' }, deps)
  const { concernId } = review
  const stored = await deps.read(concernId)
  if (stored === undefined) return { kind: 'not-found' }
  const now = deps.now()
  const view = await viewOf(review, stored, { now, deps })
  if (view === undefined) return { kind: 'not-found' }
  const seen = view.people.flatMap(({ id }) => id ?? [])
  const record = recorderOf(by, { now, newId: deps.newId })
  const codes = { version: String(review.version), kind: review.kind }
  await deps.record([record('REVIEW_READ', [reviewId, concernId, ...seen], { codes })])
  return { kind: 'found', review: view }
}
