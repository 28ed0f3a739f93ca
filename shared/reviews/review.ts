import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { adultIdSchema, concernIdSchema, localIdSchema, reviewIdSchema } from '../kernel/ids.ts'
import { plainLines } from '../people/plain-text.ts'
import { ruleIds } from '../sharing/decision.ts'
import { reviewKinds } from '../sharing/rule.ts'
import { questions, verdicts } from './questions.ts'

/** PROPOSED: one of two people has decided. LAPSED: the clock decided. OVERTAKEN: what was asked no longer stands. */
export const reviewStates = ['OPEN', 'PROPOSED', 'DECIDED', 'LAPSED', 'OVERTAKEN'] as const

/** A verdict as it is sent. Forty characters, so that the next reader learns why; the log holds the verdict, never the words. */
export const givenVerdictSchema = z.strictObject({
  verdict: z.enum(verdicts),
  adultIds: z.array(adultIdSchema).min(1).max(8).optional().meta({
    description: 'With IDENTIFIED: every entry of your register that is this adult',
  }),
  reason: plainLines(2000).refine((reason) => reason.length >= 40, {
    error: 'say in at least 40 characters why',
  }),
  practitioner: localIdSchema.meta({
    description: 'Work id of the person who decides; never a name',
  }),
  notRelated: z.literal(true, {
    error: 'a person related to the family or to the referrer leaves this to a colleague',
  }),
})
export type GivenVerdict = z.infer<typeof givenVerdictSchema>

/** A verdict as it is kept: by which client and person, and when. */
const recordedVerdictSchema = givenVerdictSchema
  .omit({ practitioner: true, notRelated: true })
  .extend({ by: z.string(), at: z.iso.datetime() })

/**
 * A question that the decision table leaves to a person, asked of one authority. `assessment` is the number of the
 * concern's assessment that asks. `version` counts every change from 1 and is the ETag.
 */
export const reviewSchema = z.strictObject({
  reviewId: reviewIdSchema,
  concernId: concernIdSchema,
  assessment: z.int().min(1),
  authority: authorityCodeSchema,
  kind: z.enum(reviewKinds),
  rule: z.enum(ruleIds),
  harm: z.enum(harmLevels),
  state: z.enum(reviewStates),
  version: z.int().min(1),
  forLead: z.boolean().meta({ description: 'Passed over once: the safeguarding lead decides' }),
  needsTwo: z.boolean().meta({ description: 'Two people must give the same verdict' }),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  proposed: recordedVerdictSchema.optional(),
  decided: recordedVerdictSchema.optional(),
})
export type Review = z.infer<typeof reviewSchema>

/** What a list shows before a review is opened: no personal data, enough to choose what to open first. */
export const listedReviewSchema = reviewSchema.pick({
  reviewId: true,
  kind: true,
  rule: true,
  harm: true,
  state: true,
  version: true,
  forLead: true,
  needsTwo: true,
  raisedAt: true,
  dueAt: true,
})
export type ListedReview = z.infer<typeof listedReviewSchema>
export type RecordedVerdict = z.infer<typeof recordedVerdictSchema>

/** The review a version on: states move forward only, one write at a time. */
export const nextVersion = (
  review: Review,
  change: Partial<Pick<Review, 'state' | 'proposed' | 'decided'>>,
): Review => ({ ...review, ...change, version: review.version + 1 })

export const isOpen = ({ state }: Pick<Review, 'state'>): boolean =>
  state === 'OPEN' || state === 'PROPOSED'

/** Whether a verdict belongs to the question, and names people exactly when it says who somebody is. */
export const fits = (review: Pick<Review, 'kind'>, given: GivenVerdict): boolean => {
  const mayBe: readonly string[] = questions[review.kind].verdicts
  return (
    mayBe.includes(given.verdict) &&
    (given.verdict === 'IDENTIFIED') === (given.adultIds !== undefined)
  )
}
