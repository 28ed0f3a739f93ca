import * as z from 'zod'
import { reviewIdSchema } from '../../kernel/ids.ts'
import { givenVerdictSchema, listedReviewSchema } from '../../reviews/review.ts'
import { reviewViewSchema } from '../../reviews/review-view.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, conflicts, guardedProblems, notFound } from './answers.ts'
import { ifMatch, pageQuery, unreadable } from './parts.ts'

const params = z.object({ id: reviewIdSchema })

export const listReviewsContract = {
  summary: 'List what the decision table leaves to a person of your authority, those due first',
  action: 'review.list',
  query: pageQuery,
  answers: {
    200: {
      description: 'One page of reviews; follow `links.next` for more',
      schema: z
        .strictObject({
          items: z.array(
            listedReviewSchema.extend({ links: z.strictObject({ self: z.string() }) }),
          ),
          unreadable,
          links: z.strictObject({ next: z.string().optional() }),
        })
        .meta({ id: 'ReviewList' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract

export const readReviewContract = {
  summary: 'Read a review; the read is logged before it is disclosed',
  action: 'review.read',
  needsPractitioner: true,
  params,
  answers: {
    200: {
      description: 'What is asked and what it is asked about; its ETag is the version to decide on',
      schema: reviewViewSchema.meta({ id: 'Review' }),
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const decideReviewContract = {
  summary: 'Decide a review: who the subject is, or what may be shared',
  action: 'review.decide',
  needsPractitioner: true,
  params,
  headers: ifMatch,
  body: givenVerdictSchema.meta({ id: 'Verdict' }),
  answers: {
    200: {
      description: 'DECIDED; or PROPOSED, where a second person must give the same verdict',
      schema: listedReviewSchema.meta({ id: 'ReviewAnswered' }),
      headers: ['ETag'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const satisfies Contract
