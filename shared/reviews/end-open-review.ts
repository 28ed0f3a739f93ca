import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ReviewId } from '../kernel/ids.ts'
import { nextVersion, type Review } from './review.ts'

export type ReadReview = (reviewId: ReviewId) => Promise<Review | undefined>

/** The review that is open on a concern, as what nobody asked the reviewer ends it; undefined where none is open. */
export const endOpenReview = async (
  { reviewId }: Pick<StoredConcern, 'reviewId'>,
  state: 'LAPSED' | 'OVERTAKEN',
  readReview: ReadReview,
): Promise<Review | undefined> => {
  const review = reviewId === undefined ? undefined : await readReview(reviewId)
  return review && nextVersion(review, { state })
}
