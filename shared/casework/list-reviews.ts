import type { ListedReview } from '../reviews/review.ts'
import {
  type ListedPage,
  type ListInput,
  type ListPageDeps,
  listPage,
  type ReadList,
} from './list-page.ts'

export type ListReviewsDeps = ListPageDeps & { readonly list: ReadList<ListedReview> }

/** The reviews left to the caller's authority, a page of those open or closed. */
export const listReviews = (
  input: ListInput,
  deps: ListReviewsDeps,
): Promise<ListedPage<ListedReview>> =>
  listPage(input, { list: 'reviews', action: 'REVIEWS_LISTED', read: deps.list }, deps)
