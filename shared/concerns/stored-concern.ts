import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { agencyTypeNames } from '../codes/agency-types.ts'
import { challengeLevels } from '../codes/challenge-levels.ts'
import { outcomeCodes } from '../codes/outcomes.ts'
import { alertIdSchema, concernIdSchema, reviewIdSchema } from '../kernel/ids.ts'
import { type Concern, keptConcernSchema } from './concern.ts'
import { consentChangeSchema } from './consent-change.ts'
import { unreadSchema } from './unread.ts'
import { withdrawalSchema } from './withdrawal.ts'

/**
 * Where a concern stands. HELD ends by expiry or becomes a review, IN_REVIEW ends by a person or the clock, ALERTED by
 * the feedback of the authority that answers. Feedback on an alert sent during a review does not end the review. WITHDRAWN,
 * by its own sender, ends all of them: it counts for nothing and waits for nothing.
 */
export const concernStates = [
  'RECEIVED',
  'HELD',
  'IN_REVIEW',
  'ALERTED',
  'FED_BACK',
  'WITHDRAWN',
] as const
export type ConcernState = (typeof concernStates)[number]

/**
 * What a social worker tells the referrer: a closed code and words to act on. `level` is who answered a challenge;
 * `challenge` stands on feedback that the referrer contests.
 */
export const feedbackSchema = z.strictObject({
  alertId: alertIdSchema,
  authority: authorityCodeSchema,
  outcome: z.enum(outcomeCodes),
  message: z.string(),
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

/** A concern as the hub keeps it: what was sent, untouched, and what has become of it. */
export const storedConcernSchema = z.strictObject({
  concernId: concernIdSchema,
  version: z.int().min(1),
  state: z.enum(concernStates),
  concern: keptConcernSchema,
  /** What of a grave concern could not be understood, as it was written. */
  unread: z.array(unreadSchema).readonly().optional(),
  /** Something could not be understood, or is missing that must be sent. */
  incomplete: z.literal(true).optional(),
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
  /** That its sender took it back, and why: whoever was told reads so. */
  withdrawal: withdrawalSchema.extend({ at: z.iso.datetime() }).optional(),
  feedback: z.array(feedbackSchema),
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
