import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { holderSchema } from '../agencies/holder.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { urgencies } from '../codes/response-times.ts'
import { personRefSchema } from '../concerns/person-ref.ts'
import { withoutAside } from '../kernel/aside.ts'
import { concernIdSchema, reviewIdSchema } from '../kernel/ids.ts'
import { plainLines } from '../people/plain-text.ts'
import { leads, ruleIds } from '../sharing/decision.ts'
import { questions, reviewKinds, verdicts } from './questions.ts'

/** PROPOSED: one of two people has decided. LAPSED: the clock decided. OVERTAKEN: what was asked no longer stands. */
export const reviewStates = ['OPEN', 'PROPOSED', 'DECIDED', 'LAPSED', 'OVERTAKEN'] as const

/** A verdict as it is sent. Forty characters, so that the next reader learns why; the log holds the verdict, never the words. */
export const givenVerdictSchema = z.strictObject({
  verdict: z.enum(verdicts),
  ids: z.array(z.string().max(80)).min(1).max(8).optional().meta({
    description: 'With IDENTIFIED: every entry of your register that is this person',
  }),
  reason: plainLines(2000).refine((reason) => reason.length >= 40, {
    error: 'say in at least 40 characters why',
  }),
  notRelated: z.literal(true, {
    error: 'a person related to the family or to the referrer leaves this to a colleague',
  }),
})
export type GivenVerdict = z.infer<typeof givenVerdictSchema>

/** Who decided: through which sign-in, and by which work id. */
const personSchema = z.strictObject({
  by: z.string(),
  practitioner: z.string().optional(),
  isVouchedFor: z.boolean().optional(),
})

/** A verdict as it is kept: by whom, and when. */
export const recordedVerdictSchema = givenVerdictSchema
  .omit({ notRelated: true })
  .extend({ person: personSchema, at: z.iso.datetime() })
export type RecordedVerdict = z.infer<typeof recordedVerdictSchema>

/** Who is asked: the lead of an agency, the lead of the partnership, or an authority of whom it knows. */
export const askedOf = [...leads, 'authority'] as const

/**
 * A question left to a person. One about disclosure is the same for any family: nothing in it follows from what is known,
 * but that the partnership lead is asked at all. `version` counts every change from 1 and is the ETag.
 */
export const reviewSchema = z.strictObject({
  reviewId: reviewIdSchema,
  concernId: concernIdSchema,
  kind: z.enum(reviewKinds),
  asked: z.enum(askedOf),
  /** Of a sender's lead: whose. */
  agency: z.string().optional(),
  /** Of an authority: which, and who in the concern is meant. */
  authority: authorityCodeSchema.optional(),
  person: personRefSchema.optional(),
  /** The authority asked has ended: who is asked in its place. What is asked is of the ended one's register all the same. */
  heldBy: holderSchema.optional(),
  rule: z.enum(ruleIds),
  harm: z.enum(harmLevels),
  urgency: z.enum(urgencies),
  /** Of an authority, in a conflict of staff or of an adopted child: only its lead may see that it is asked. */
  isLeadsOnly: z.literal(true).optional(),
  state: z.enum(reviewStates),
  version: z.int().min(1),
  needsTwo: z.boolean().meta({ description: 'Two people must give the same verdict' }),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** How often its due moment has passed: an identity review stays open, and leads are told. */
  chases: z.int().min(0),
  proposed: recordedVerdictSchema.optional(),
  decided: recordedVerdictSchema.optional(),
  /** A verdict of a sender's lead is kept first; the concern is decided on it afterwards, out of their sight. */
  isPending: z.literal(true).optional(),
})
export type Review = z.infer<typeof reviewSchema>

/** What a list shows before a review is opened: no personal data, enough to choose what to open first. */
export const listedReviewSchema = reviewSchema.pick({
  reviewId: true,
  kind: true,
  asked: true,
  rule: true,
  harm: true,
  urgency: true,
  state: true,
  version: true,
  needsTwo: true,
  raisedAt: true,
  dueAt: true,
})
export type ListedReview = z.infer<typeof listedReviewSchema>

/** The review a version on: states move forward only, one write at a time. */
export const nextVersion = (
  review: Review,
  change: Partial<Pick<Review, 'state' | 'proposed' | 'decided' | 'dueAt' | 'chases' | 'heldBy'>>,
): Review => ({ ...review, ...change, version: review.version + 1 })

/** A verdict kept, on which the concern is still to be decided. */
export const pending = (review: Review, decided: RecordedVerdict): Review => ({
  ...nextVersion(review, { state: 'DECIDED', decided }),
  isPending: true,
})

/** The same once the concern has been decided on it. */
export const takenUp = (review: Review): Review => {
  const { isPending: _done, ...rest } = nextVersion(review, {})
  return rest
}

/** Without the reasons that anybody gave, nor what a newer release may have added to them. */
export const wordless = ({ proposed: _first, decided, ...review }: Review): Review =>
  withoutAside({
    ...review,
    ...(decided !== undefined && {
      decided: { ...decided, reason: 'Deleted with what was sent, when its time was over.' },
    }),
  })

/** When the clock must look at a review: its due moment, or at once where its verdict is still to take effect. */
export const waitsUntil = ({ isPending, decided, dueAt, state }: Review): string | undefined => {
  if (isPending) return decided?.at
  return isOpen({ state }) ? dueAt : undefined
}

export const isOpen = ({ state }: Pick<Review, 'state'>): boolean =>
  state === 'OPEN' || state === 'PROPOSED'

/** Whether two reviews ask the same of the same. */
export const isSameQuestion = (
  one: Pick<Review, 'kind' | 'authority' | 'person'>,
  other: Pick<Review, 'kind' | 'authority' | 'person'>,
): boolean =>
  one.kind === other.kind && one.authority === other.authority && one.person === other.person

/** Whether a verdict belongs to the question, and names people exactly when it says who somebody is. */
export const fits = ({ kind }: Pick<Review, 'kind'>, given: GivenVerdict): boolean => {
  const mayBe: readonly string[] = questions[kind].verdicts
  return (
    mayBe.includes(given.verdict) && (given.verdict === 'IDENTIFIED') === (given.ids !== undefined)
  )
}
