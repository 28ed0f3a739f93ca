import { reviewIdSchema } from '../../shared/kernel/ids.ts'
import type { Review } from '../../shared/reviews/review.ts'
import { aConcernId, anId } from './a-stored-concern.ts'

export const aReviewId = reviewIdSchema.parse(anId(3))

/** A review just raised on a refusal of consent, due at the end of Tuesday. */
export const aReview = (change: Partial<Review> = {}): Review => ({
  reviewId: aReviewId,
  concernId: aConcernId(),
  assessment: 1,
  authority: 'E06000991',
  kind: 'refused-consent',
  rule: 'R12',
  harm: 'H2',
  state: 'OPEN',
  version: 1,
  forLead: false,
  needsTwo: false,
  raisedAt: '2026-11-23T09:00:00.000Z',
  dueAt: '2026-11-24T23:59:59.999Z',
  ...change,
})
