import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { holderSchema } from '../agencies/holder.ts'
import { agreedTimesSchema } from '../agencies/pace.ts'
import { caseStatuses } from '../codes/case-statuses.ts'
import { challengeLevels } from '../codes/challenge-levels.ts'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { reminderDays, urgencies } from '../codes/response-times.ts'
import { feedbackLinesSchema, silenceSchema } from '../concerns/stored-concern.ts'
import { alertIdSchema, type ConcernId, childIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { workIdSchema } from '../kernel/work-id.ts'
import { ruleIds } from '../sharing/decision.ts'
import { lastAnswerSchema } from './answers/last-answer.ts'
import { answerSchema, outcomeSchema } from './answers/outcome-schema.ts'
import { tellingSchema } from './answers/telling-schema.ts'
import { toldBecause } from './content/alert-content.ts'
import { priorities } from './content/priority.ts'

/** CHALLENGED: the referrer contests what was fed back, and the authority decides again. */
export const alertStates = ['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'FED_BACK', 'CHALLENGED'] as const
export type AlertState = (typeof alertStates)[number]

/** matched: a known child of this authority; unmatched: none; early-help: for the early help door (R15). */
export const alertKinds = ['matched', 'unmatched', 'early-help'] as const

const feedbackSchema = answerSchema.extend({
  lines: feedbackLinesSchema,
  nextStep: z.string().optional(),
})
export type Feedback = z.infer<typeof feedbackSchema>

/** Whose referrer contested what and why, and which level of the authority is to decide again. */
const challengeSchema = z.strictObject({
  concernId: concernIdSchema,
  level: z.enum(challengeLevels),
  reason: z.string(),
  at: z.iso.datetime(),
  contested: z.strictObject({ outcome: outcomeSchema, feedback: feedbackSchema }),
})

const reminderSchema = z.strictObject({ kind: z.enum(keysOf(reminderDays)), at: z.iso.datetime() })
export type Reminder = z.infer<typeof reminderSchema>
export type Challenge = z.infer<typeof challengeSchema>

/** Where it was passed on to: another authority's alert, or the holding queue. `takenAt`: since when somebody there has it. */
const reroutedSchema = z.strictObject({
  to: holderSchema,
  alertId: alertIdSchema.optional(),
  at: z.iso.datetime(),
  takenAt: z.iso.datetime().optional(),
})

/**
 * An alert to one authority: what it is about, by reference, and how it was answered. No words of a concern stand in it:
 * its content is made from the concern and the assessment at each reading, and redacted then (policy §9.1). `version`
 * counts every change from 1 and is the ETag; `dueAt` is when the next step is due.
 */
export const alertSchema = z.strictObject({
  alertId: alertIdSchema,
  concernId: concernIdSchema,
  /** The assessment that it tells of, the widest so far. */
  assessment: z.int().min(1),
  authority: holderSchema,
  why: z.array(z.enum(toldBecause)),
  kind: z.enum(alertKinds),
  /** Only the authority's lead may see it: a conflict of staff, or an adopted child. */
  isLeadsOnly: z.boolean(),
  /** Told of an adopted child of its own, and of nothing else (X6). */
  isOfAdopted: z.literal(true).optional(),
  /** What was sent is why there is this alert, so its sender may know of it; of any other nothing is seen before feedback. */
  isOfWhatWasSent: z.literal(true).optional(),
  /** Known children of this authority that it is about. */
  children: z.array(childIdSchema),
  decision: z.enum(['SHARE', 'SHARE_MINIMAL']),
  agencyName: z.string(),
  factors: z.array(z.enum(factorCodes)),
  state: z.enum(alertStates),
  version: z.int().min(1),
  harm: z.enum(harmLevels),
  priority: z.enum(priorities).meta({
    description: 'Which to open first: by harm, and amber at least for a child under two or unborn',
  }),
  rule: z.enum(ruleIds),
  policyVersion: z.string(),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** What had been agreed with its authority when it began: times that are shorter than the policy's. */
  agreed: agreedTimesSchema.optional(),
  /** When the clock next does something about what is owed, where that is not when it is due. */
  chaseAt: z.iso.datetime().optional(),
  /** Steps of the ladder taken since the last answer. */
  chases: z.int().min(0),
  /** Of what comes later somebody is reminded once each. */
  reminders: z.array(reminderSchema).optional(),
  rerouted: reroutedSchema.optional(),
  /** Its authority has ended, and who took its place has it: nothing is owed here any more. */
  moved: z
    .strictObject({ to: holderSchema, alertId: alertIdSchema, at: z.iso.datetime() })
    .optional(),
  /** It was an ended authority's, whose children it is about. Of these the holding queue, which has it for a while, is told nothing. */
  inherited: z
    .strictObject({ from: authorityCodeSchema, children: z.array(childIdSchema) })
    .optional(),
  /** The alert of another authority that was passed on with this one. */
  reroutedFrom: alertIdSchema.optional(),
  acknowledgement: answerSchema.optional(),
  /** By when a step that was taken had been due then: the level, and with it the clock, may have risen since. */
  wasDue: z
    .strictObject({ acknowledged: z.iso.datetime(), told: z.iso.datetime() })
    .partial()
    .optional(),
  /** Consent was refused or withdrawn when it was raised; and whether the sender said why it was told all the same. */
  overridden: z.strictObject({ withReason: z.boolean() }).optional(),
  /** Whom it was handed to since, the last of these who has it now; without `to` back to the team. */
  handOvers: z.array(answerSchema.extend({ to: workIdSchema.optional() })).optional(),
  /** The version that somebody made of it by answering last. The release before wrote none. */
  answeredIn: z.int().min(1).optional(),
  lastAnswer: lastAnswerSchema.optional(),
  outcome: outcomeSchema.optional(),
  outcomeProposed: outcomeSchema.optional(),
  feedback: feedbackSchema.optional(),
  /** Outcomes that a later one took the place of, with what the referrer was told of each. */
  revised: z
    .array(z.strictObject({ outcome: outcomeSchema, feedback: feedbackSchema.optional() }))
    .optional(),
  /** Concerns that told the same incident again (F12), by reference. */
  furtherNotices: z
    .array(
      z.strictObject({
        concernId: concernIdSchema,
        assessment: z.int().min(1),
        at: z.iso.datetime(),
      }),
    )
    .optional(),
  /** Whether the work that followed goes on, as somebody last said; and who proposes that it has ended, where that takes two. */
  caseStatus: answerSchema
    .extend({ status: z.enum(caseStatuses), confirmation: answerSchema.optional() })
    .optional(),
  caseEndProposed: answerSchema.optional(),
  /** Whether a parent was told, as often as somebody recorded it. */
  tellings: z.array(tellingSchema).optional(),
  /** The referrer contests that no answer has come. */
  silences: z.array(silenceSchema).optional(),
  challenges: z.array(challengeSchema).optional(),
})
export type Alert = z.infer<typeof alertSchema>

/** What an inbox shows before an alert is opened: enough to choose what to open first. */
export const listedAlertSchema = alertSchema
  .pick({
    alertId: true,
    state: true,
    version: true,
    kind: true,
    harm: true,
    priority: true,
    raisedAt: true,
    dueAt: true,
  })
  .extend({
    urgency: z.enum(urgencies),
    agencyName: z.string().meta({ description: 'Who sent the concern' }),
    heldBy: z.string().optional().meta({
      description:
        'Work id of whoever has it: who acknowledged it, or whom it was handed to last. Absent: nobody in particular',
    }),
  })
export type ListedAlert = z.infer<typeof listedAlertSchema>

/** Whether what an open alert waits for should have been done by now. */
export const isOverdue = ({ dueAt }: Pick<Alert, 'dueAt'>, now: Date): boolean =>
  Date.parse(dueAt) <= now.getTime()

/** Every concern that an alert tells of: the one that raised it, and those that told the same again. */
export const concernsIn = ({ concernId, furtherNotices = [] }: Alert): ConcernId[] => [
  concernId,
  ...furtherNotices.map((notice) => notice.concernId),
]
