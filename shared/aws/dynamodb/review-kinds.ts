import * as z from 'zod'
import { personRefSchema } from '../../concerns/person-ref.ts'
import { countedQuestionSchema } from '../../reviews/counted-question.ts'
import { reviewKinds, verdicts } from '../../reviews/questions.ts'
import { askedOf, listedReviewSchema, reviewSchema, reviewStates } from '../../reviews/review.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { leftOut, standIn } from './rows/stand-in.ts'
import { ofDecisions } from './rows/stand-ins-of-decisions.ts'

/** A review of which something is not known here stays open, and is the partnership lead's. */
const ofReviews = [
  ...ofDecisions,
  standIn(reviewKinds, 'undecided'),
  standIn(askedOf, 'partnership-lead'),
  standIn(reviewStates, 'OPEN'),
  standIn(verdicts, 'SHARE_MINIMAL'),
  standIn(personRefSchema.options, leftOut),
]

/** What the list shows of a review. */
const lineShape = listedReviewSchema.shape

export const reviewKind = rowKind({
  name: 'review',
  places: ['casework REVIEW REVIEW'],
  content: 'review',
  shape: {
    ...lineShape,
    inbox: z.string(),
    inboxOrder: z.string(),
    measured: z.string().optional(),
    counted: countedQuestionSchema.optional(),
    ...waitingShape,
    review: reviewSchema,
  },
  standIns: ofReviews,
})

/** A review as a list shows it, from the index. */
export const reviewLineKind = rowKind({
  name: 'review-line',
  places: ['casework REVIEW REVIEW'],
  lineOf: 'inbox',
  shape: lineShape,
  standIns: ofReviews,
})

/** A question who somebody is, as it is counted, from the index. */
export const countedQuestionKind = rowKind({
  name: 'counted-question',
  places: ['casework REVIEW REVIEW'],
  lineOf: 'measured',
  shape: { raisedAt: z.string(), counted: countedQuestionSchema },
})
