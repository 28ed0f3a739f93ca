import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId, ReviewId } from '../kernel/ids.ts'
import type { ReadReview } from '../reviews/end-open-review.ts'
import { type ReviewView, reviewViewOf } from '../reviews/review-view.ts'
import { type RecordDeps, refused } from './record-refusal.ts'

export type ReadReviewDeps = RecordDeps & {
  readonly readReview: ReadReview
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readAssessment: (concernId: ConcernId, number: number) => Promise<Assessment | undefined>
}

export type ReadReviewResult =
  | { readonly kind: 'found'; readonly review: ReviewView }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Reads a review with what it asks about. The entry, which names everybody shown, comes before anything is disclosed. */
export const readReview = async (
  { by, reviewId }: { readonly by: By; readonly reviewId: ReviewId },
  deps: ReadReviewDeps,
): Promise<ReadReviewResult> => {
  const review = await deps.readReview(reviewId)
  if (review === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'review.read', review))
    return refused('not-theirs', { by, action: 'review.read' }, deps)
  const { concernId } = review
  const [stored, assessment] = await Promise.all([
    deps.read(concernId),
    deps.readAssessment(concernId, review.assessment),
  ])
  if (stored === undefined || assessment === undefined) return { kind: 'not-found' }
  const now = deps.now()
  const view = reviewViewOf(review, { stored, assessment, today: londonDay(now) })
  const seen = [
    ...view.content.children.map(({ childId }) => childId),
    ...view.people.flatMap(({ adultId }) => adultId ?? []),
  ]
  const record = recorderOf(by, { now, newId: deps.newId })
  const codes = { version: String(review.version), kind: review.kind }
  await deps.record([record('REVIEW_READ', [reviewId, concernId, ...seen], { codes })])
  return { kind: 'found', review: view }
}
