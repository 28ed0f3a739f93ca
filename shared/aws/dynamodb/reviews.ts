import type { Owner } from '../../agencies/access.ts'
import { londonMonth } from '../../calendar/london-day.ts'
import type { AttendReviewDeps } from '../../casework/attend-review.ts'
import type { DecideReviewDeps } from '../../casework/decide-review.ts'
import type { ReadList } from '../../casework/list-page.ts'
import { urgencies } from '../../codes/response-times.ts'
import type { ReviewId } from '../../kernel/ids.ts'
import { joinAlso } from '../../logging/joined.ts'
import { ownerOf } from '../../reviews/admit-verdict.ts'
import { countedQuestionOf } from '../../reviews/counted-question.ts'
import {
  isOpen,
  type ListedReview,
  listedReviewSchema,
  type Review,
  waitsUntil,
} from '../../reviews/review.ts'
import { putNew, putVersion } from './actions.ts'
import { measuredIn, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { naming } from './entries-of-moves.ts'
import { type Inbox, listInboxIn } from './inbox.ts'
import { reviewKey } from './keys.ts'
import { requireWhole } from './left-over-marks.ts'
import { reviewKind, reviewLineKind } from './review-kinds.ts'
import type { Store } from './store.ts'
import { waitingIn } from './waiting-place.ts'

type Standing = { readonly isOpen: boolean; readonly ofLead: boolean }

/** Partition of the inbox index: reviews of one reader that wait for an answer, or those that had one. */
export const reviewsInboxOf = (
  { agency, authority }: Owner,
  { isOpen: open, ofLead }: Standing,
): string =>
  `${agency === undefined ? authority : `AGENCY#${agency}`}#REVIEWS#${ofLead ? 'LEADS#' : ''}${open ? 'OPEN' : 'CLOSED'}`

export const waitingForReview = 'REVIEW'

const waitingRow = (review: Review) => {
  const waitingUntil = waitsUntil(review)
  return waitingUntil === undefined
    ? {}
    : {
        waitingFor: waitingIn(waitingForReview, review.reviewId, review.urgency),
        waitingUntil,
      }
}

/** A question that any of its authority may see is counted there; of others a count would tell. */
const measuredRow = (review: Review) => {
  const { asked, authority, isLeadsOnly, raisedAt } = review
  return asked !== 'authority' || authority === undefined || isLeadsOnly === true
    ? {}
    : {
        measured: measuredIn(authority, { month: londonMonth(new Date(raisedAt)), isAsked: true }),
        counted: countedQuestionOf(review),
      }
}

/** The review as a row, in its authority's list by due time. */
export const reviewRow = (review: Review) => ({
  ...listedReviewSchema.strip().parse(review),
  ...reviewKey(review.reviewId),
  inbox: reviewsInboxOf(ownerOf(review), {
    isOpen: isOpen(review),
    ofLead: review.isLeadsOnly === true,
  }),
  inboxOrder: `${urgencies.indexOf(review.urgency)}#${review.dueAt}#${review.reviewId}`,
  ...waitingRow(review),
  ...measuredRow(review),
  review,
})

export const readReviewIn =
  (store: Store, casework: string) =>
  async (reviewId: ReviewId): Promise<Review | undefined> => {
    const row = await store.get(casework, reviewKey(reviewId))
    if (row === undefined) return undefined
    const { review } = reviewKind.read(row)
    joinAlso({ concernId: review.concernId })
    return review
  }

/** Keeps a verdict that waits: for a second person's, or to take effect. */
export const proposeReviewIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): DecideReviewDeps['propose'] =>
  async (review, entries) => {
    const result = await store.transact([
      putVersion(tables.casework, reviewRow(review)),
      ...auditRows(tables.auditEntries, naming(entries, { reviews: [review] })),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }

/** Reviews of one reader, the most urgent first, then those due first. */
const reviewsInbox: Inbox<ListedReview> = {
  partitionOf: ({ owner, ...standing }) => reviewsInboxOf(owner, standing),
  itemOf: reviewLineKind.read,
}

export const listReviewsIn = (
  store: Store,
  casework: string,
  onUnreadable: (error: unknown) => void,
): ReadList<ListedReview> => listInboxIn({ store, casework, onUnreadable }, reviewsInbox)

/** Those of these reviews that are there. @throws HubError store-busy where one that is not is still being written */
export const readReviewsIn =
  (store: Store, casework: string) =>
  async (reviewIds: readonly ReviewId[]): Promise<readonly Review[]> => {
    if (reviewIds.length === 0) return []
    const rows = await store.batch({ [casework]: reviewIds.map(reviewKey) })
    const partitions = reviewIds.map((id) => reviewKey(id).pk)
    if (rows.length < new Set(reviewIds).size) await requireWhole({ store, casework }, partitions)
    return rows.map((row) => reviewKind.read(row).review)
  }

/** A review that was chased, with its message. */
export const commitReviewIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): AttendReviewDeps['commitReview'] =>
  async ({ review, messages, entries }) => {
    const result = await store.transact([
      putVersion(tables.casework, reviewRow(review)),
      ...messages.map((message) => putNew(tables.casework, outboxRow(message))),
      ...auditRows(tables.auditEntries, naming(entries, { reviews: [review] })),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
