import { reviewIdSchema } from '../../shared/kernel/ids.ts'
import type { Review } from '../../shared/reviews/review.ts'
import { aConcernId, anId } from './a-stored-concern.ts'

export const aReviewId = reviewIdSchema.parse(anId(3))

/** A review just raised on a refusal of consent, due at the end of Tuesday. */
export const aReview = (change: Partial<Review> = {}): Review => ({
  reviewId: aReviewId,
  concernId: aConcernId(),
  kind: 'refused-consent',
  asked: 'sender-lead',
  agency: 'turning-tide',
  rule: 'R12',
  harm: 'H2',
  urgency: 'routine',
  state: 'OPEN',
  version: 1,
  needsTwo: false,
  raisedAt: '2026-11-23T09:00:00.000Z',
  dueAt: '2026-11-24T23:59:59.999Z',
  chases: 0,
  ...change,
})
