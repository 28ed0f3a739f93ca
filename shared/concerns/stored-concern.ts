import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { holderSchema } from '../agencies/holder.ts'
import { agencyTypeNames } from '../codes/agency-types.ts'
import { caseStatuses } from '../codes/case-statuses.ts'
import { challengeLevels } from '../codes/challenge-levels.ts'
import { conclusions } from '../codes/conclusions.ts'
import { conferenceKinds, whatFollowsCodes } from '../codes/outcome-details.ts'
import { outcomeCodes } from '../codes/outcomes.ts'
import { questionKinds } from '../codes/question-kinds.ts'
import { statementKinds } from '../codes/statement-kinds.ts'
import { alertIdSchema, concernIdSchema, reviewIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { type Concern, keptConcernSchema } from './concern.ts'
import { consentChangeSchema } from './consent-change.ts'
import { keptEngagementSchema } from './engagement.ts'
import { personRefSchema } from './person-ref.ts'
import { unreadSchema } from './unread.ts'
import { withdrawalSchema } from './withdrawal.ts'

/**
 * Where a concern stands. HELD ends by expiry or becomes a review, IN_REVIEW ends by a person or the clock, ALERTED by
 * the feedback of the authority that answers. Feedback on an alert sent during a review does not end the review. WITHDRAWN,
 * by its own sender, ends all of them: it counts for nothing and waits for nothing. Of one that is EXPIRED only what its
 * sender can see is left.
 */
export const concernStates = [
  'RECEIVED',
  'HELD',
  'IN_REVIEW',
  'ALERTED',
  'FED_BACK',
  'WITHDRAWN',
  'EXPIRED',
] as const
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
  authority: holderSchema,
  outcome: z.enum(outcomeCodes),
  conference: z.enum(conferenceKinds).optional(),
  whatFollows: z.enum(whatFollowsCodes).optional(),
  lines: feedbackLinesSchema,
  nextStep: z.string().optional(),
  at: z.iso.datetime(),
  level: z.enum(challengeLevels).optional(),
  caseStatus: z
    .strictObject({ status: z.enum(caseStatuses), at: z.iso.datetime() })
    .optional()
    .meta({ description: 'Whether the work that followed goes on, as somebody said on that day' }),
  challenge: z
    .strictObject({
      level: z.enum(challengeLevels),
      reason: z.string(),
      at: z.iso.datetime(),
    })
    .optional(),
})

/** What the table says on the sent facts alone: shared at once, returned to the sender, or a reason asked for. */
const seenSchema = z.strictObject({
  isShared: z.boolean(),
  isReturned: z.boolean(),
  isReasonAsked: z.boolean(),
  /** Since when it is returned, or a reason asked for, or neither any more; to the minute. */
  askedAt: z.iso.datetime().optional(),
  /** Who answers for the place that was stated, as it was when this was decided. */
  holder: holderSchema,
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
    /** Work id of the person who sent it, where the system named one, and whether it is vouched for. */
    practitioner: z.string().optional(),
    isVouchedFor: z.boolean().optional(),
  }),
  receivedAt: z.iso.datetime(),
  /** How often it has been assessed: the number of the newest assessment. */
  assessments: z.int().min(0),
  /** What follows from the form alone, for its sender to see; absent until it is assessed. */
  seen: seenSchema.optional(),
  /** When a social worker first acknowledged it. */
  acknowledgedAt: z.iso.datetime().optional(),
  /** When a held concern expires: text and identity are then deleted. */
  expiresAt: z.iso.datetime().optional(),
  /** Reviews that are open. */
  reviewIds: z.array(reviewIdSchema),
  /**
   * What reviewers have said of who somebody is; `ids` of their register, none: nobody there. `asked`: about whom, so that
   * somebody recorded since is asked about anew.
   */
  settled: z.array(
    z.strictObject({
      person: personRefSchema,
      authority: authorityCodeSchema,
      ids: z.array(z.string()),
      asked: z.array(z.string()),
      at: z.iso.datetime(),
    }),
  ),
  /** When the wrong tick was explained, where the purpose was asked about. */
  purposeAnsweredAt: z.iso.datetime().optional(),
  /** What a person made of the question about disclosure; without an answer, the clock. */
  concluded: z
    .strictObject({
      kind: z.enum(questionKinds),
      answer: z.enum(conclusions).optional(),
      at: z.iso.datetime(),
    })
    .optional(),
  /** The alerts by which it has been told, and to whom. */
  told: z.array(
    z.strictObject({
      authority: holderSchema,
      alertId: alertIdSchema,
      isOfAdopted: z.literal(true).optional(),
    }),
  ),
  /** Consent as it now stands, where it has changed since the concern was sent. */
  consentNow: consentChangeSchema
    .pick({ changeId: true, changeNumber: true, consent: true })
    .optional(),
  /** That its sender took it back, and why: whoever was told reads so. */
  withdrawal: withdrawalSchema.extend({ at: z.iso.datetime() }).optional(),
  /** By when its sender's list says so, where that is not the moment of the withdrawal. */
  withdrawnAt: z.iso.datetime().optional(),
  feedback: z.array(feedbackSchema),
  /** Challenges of silence, one at each level. */
  silences: z.array(silenceSchema).optional(),
  /** How its subject has stood with its sender since, as often as the sender said so. */
  engagements: z.array(keptEngagementSchema).optional(),
})
export type StoredConcern = z.infer<typeof storedConcernSchema>

const asReceived = {
  concern: true,
  unread: true,
  incomplete: true,
  submittedBy: true,
  receivedAt: true,
} as const

/** What of a concern was received: nothing changes it afterwards. */
export const receivedConcernSchema = storedConcernSchema.pick({ concernId: true, ...asReceived })
export type ReceivedConcern = z.infer<typeof receivedConcernSchema>

/** What the hub has made of a concern. */
export const concernStandingSchema = storedConcernSchema.omit(asReceived)
export type ConcernStanding = z.infer<typeof concernStandingSchema>

export const receivedOf = (stored: StoredConcern): ReceivedConcern => {
  const { concernId, concern, unread, incomplete, submittedBy, receivedAt } = stored
  return { concernId, concern, submittedBy, receivedAt, ...present({ unread, incomplete }) }
}

export const standingOf = (stored: StoredConcern): ConcernStanding => {
  const { concern, unread, incomplete, submittedBy, receivedAt, ...standing } = stored
  return standing
}

/** Consent as it stands: what was sent with the concern, or the latest change since. */
export const consentOf = ({ concern, consentNow }: StoredConcern): Concern['consent'] =>
  consentNow?.consent ?? concern.consent

/** Whether it tells of a conflict of staff: who has not the lead's scope may not learn that it exists (policy §3). */
export const isOfStaffConflict = ({ concern }: Pick<StoredConcern, 'concern'>): boolean =>
  concern.conflict !== undefined || concern.flags.includes('STAFF_CONFLICT')

/** Who tells, and the authority that the concern names. */
export const partiesOf = ({ concern, submittedBy }: StoredConcern) => ({
  agency: submittedBy.agency,
  authority: concern.authority,
})
