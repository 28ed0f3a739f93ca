import * as z from 'zod'
import type { DecideReviewDeps } from '../../casework/decide-review.ts'
import type { ReviewId } from '../../kernel/ids.ts'
import {
  isOpen,
  type ListedReview,
  listedReviewSchema,
  type Review,
  reviewSchema,
} from '../../reviews/review.ts'
import { putVersion } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { type Page, type PageRequest, readInbox } from './inbox.ts'
import { reviewKey } from './keys.ts'
import type { Store } from './store.ts'

/** Partition of the inbox index: an authority's reviews that wait for an answer, or those that had one. */
const inboxOf = (authority: string, open: boolean): string =>
  `${authority}#REVIEWS#${open ? 'OPEN' : 'CLOSED'}`

/** The review as a row, in its authority's list by due time. */
export const reviewRow = (review: Review) => ({
  ...listedReviewSchema.strip().parse(review),
  ...reviewKey(review.reviewId),
  inbox: inboxOf(review.authority, isOpen(review)),
  inboxOrder: `${review.dueAt}#${review.reviewId}`,
  review,
})

export const readReviewIn =
  (store: Store, casework: string) =>
  async (reviewId: ReviewId): Promise<Review | undefined> => {
    const row = await store.get(casework, reviewKey(reviewId))
    return row === undefined ? undefined : reviewSchema.parse(row['review'])
  }

/** Keeps a first answer that waits for a second. */
export const proposeReviewIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly audit: string },
  ): DecideReviewDeps['propose'] =>
  async (review, entries) => {
    const result = await store.transact([
      putVersion(tables.casework, reviewRow(review)),
      ...auditRows(tables.audit, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }

/** One page of an authority's reviews, those due first at the top; `after` is a former page's `next`. */
export const listReviewsIn =
  (store: Store, casework: string) =>
  async (
    list: { readonly authority: string; readonly isOpen: boolean },
    page: PageRequest,
  ): Promise<Page<ListedReview>> => {
    const { items, next } = await readInbox(
      { store, casework },
      inboxOf(list.authority, list.isOpen),
      page,
    )
    return { items: items.map((item) => z.object(listedReviewSchema.shape).parse(item)), next }
  }
