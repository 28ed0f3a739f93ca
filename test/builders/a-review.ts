import { reviewIdSchema } from '../../shared/kernel/ids.ts'
import type { Review } from '../../shared/reviews/review.ts'
import { aConcernId, anId } from './a-stored-concern.ts'

/** A review just raised on Monday 23 November 2026: may a refusal be overridden? */
export const aReview = (change: Partial<Review> = {}): Review => ({
  reviewId: reviewIdSchema.parse(anId(4)),
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
  raisedAt: '2026-11-23T10:00:00.000Z',
  dueAt: '2026-11-24T23:59:59.999Z',
  ...change,
})
