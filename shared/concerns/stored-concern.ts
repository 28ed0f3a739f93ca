import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { agencyTypeNames } from '../codes/agency-types.ts'
import { challengeLevels } from '../codes/challenge-levels.ts'
import { conferenceKinds, whatFollowsCodes } from '../codes/outcome-details.ts'
import { outcomeCodes } from '../codes/outcomes.ts'
import { statementKinds } from '../codes/statement-kinds.ts'
import { alertIdSchema, concernIdSchema, reviewIdSchema } from '../kernel/ids.ts'
import { type Concern, concernSchema } from './concern.ts'
import { consentChangeSchema } from './consent-change.ts'

/**
 * Where a concern stands. HELD ends by expiry or becomes a review, IN_REVIEW ends by a person or the clock, ALERTED by
 * the feedback of the authority that answers. Feedback on an alert sent during a review does not end the review.
 */
export const concernStates = ['RECEIVED', 'HELD', 'IN_REVIEW', 'ALERTED', 'FED_BACK'] as const
export type ConcernState = (typeof concernStates)[number]

/** What a social worker tells the referrer, line by line: each says what it is (X7). */
export const feedbackLinesSchema = z.array(
  z.strictObject({ kind: z.enum(statementKinds), text: z.string() }),
)

/**
 * What a social worker tells the referrer: a closed code and words to act on. `feedbackNumber` counts a concern's answers
 * from 1, whoever gave them: by it the referrer names one. `level` is who answered a challenge; `challenge` stands on
 * feedback that the referrer contests.
 */
export const feedbackSchema = z.strictObject({
  feedbackNumber: z.int().min(1),
  alertId: alertIdSchema,
  authority: authorityCodeSchema,
  outcome: z.enum(outcomeCodes),
  conference: z.enum(conferenceKinds).optional(),
  whatFollows: z.enum(whatFollowsCodes).optional(),
  lines: feedbackLinesSchema,
  nextStep: z.string().optional(),
  at: z.iso.datetime(),
  level: z.enum(challengeLevels).optional(),
  challenge: z
    .strictObject({
      level: z.enum(challengeLevels),
      reason: z.string(),
      at: z.iso.datetime(),
    })
    .optional(),
})

/** That the referrer contests that nobody answers: at which level, and why. */
export const silenceSchema = z.strictObject({
  level: z.enum(challengeLevels),
  reason: z.string(),
  at: z.iso.datetime(),
})
export type Silence = z.infer<typeof silenceSchema>

/** A concern as the hub keeps it: what was sent, untouched, and what has become of it. */
export const storedConcernSchema = z.strictObject({
  concernId: concernIdSchema,
  version: z.int().min(1),
  state: z.enum(concernStates),
  concern: concernSchema,
  submittedBy: z.strictObject({
    clientId: z.string(),
    agency: z.string(),
    agencyName: z.string(),
    agencyType: z.enum(agencyTypeNames),
  }),
  receivedAt: z.iso.datetime(),
  /** When the clock must look at a review or hold; absent where only expiry follows. */
  waitingUntil: z.iso.datetime().optional(),
  /** The review that is open, if one is. */
  reviewId: reviewIdSchema.optional(),
  /** True once an authority has been told without identity: it is not told so twice. */
  alertedWithoutIdentity: z.literal(true).optional(),
  /** Consent as it now stands, where it has changed since the concern was sent. */
  consentNow: consentChangeSchema.pick({ changeId: true, consent: true }).optional(),
  feedback: z.array(feedbackSchema),
  /** Challenges of silence, one at each level. */
  silences: z.array(silenceSchema).optional(),
})
export type StoredConcern = z.infer<typeof storedConcernSchema>

/** Consent as it stands: what was sent with the concern, or the latest change since. */
export const consentOf = ({ concern, consentNow }: StoredConcern): Concern['consent'] =>
  consentNow?.consent ?? concern.consent

/** Who tells, and the authority that the concern names. */
export const partiesOf = ({ concern, submittedBy }: StoredConcern) => ({
  agency: submittedBy.agency,
  authority: concern.authority,
})
