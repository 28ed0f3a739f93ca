import * as z from 'zod'
import { standings } from '../agencies/agreement.ts'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import type { AuditAction } from '../audit/audit-entry.ts'
import { contributionSchema } from '../chronology/accumulation.ts'
import { alertIdSchema, childIdSchema, concernIdSchema, reviewIdSchema } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { matchRecordSchema } from '../matching/match-record.ts'
import { stageShape } from '../people/stage.ts'
import { decisionSchema } from '../sharing/decision.ts'
import { factsSchema } from '../sharing/facts.ts'

type Cause = {
  readonly action: AuditAction
  /** What waits may not wait longer for it: the due day of before stands if it is the sooner. */
  readonly keepsDueDay: boolean
}

/** Why a concern was assessed. */
export const assessmentCauses = {
  received: { action: 'CONCERN_ASSESSED', keepsDueDay: false },
  lapsed: { action: 'REVIEW_TIMED_OUT', keepsDueDay: false },
  reviewed: { action: 'REVIEW_DECIDED', keepsDueDay: false },
  'consent-changed': { action: 'CONCERN_REASSESSED', keepsDueDay: true },
  'household-changed': { action: 'CONCERN_REASSESSED', keepsDueDay: true },
} as const satisfies Record<string, Cause>
const causeNames = keysOf(assessmentCauses)

/**
 * Match and decision of one concern at one moment, with all that is needed to decide again and compare. `number` counts
 * a concern's assessments from 1: a later one (a review that was answered or ran out of time) never rewrites an earlier.
 */
export const assessmentSchema = z.strictObject({
  concernId: concernIdSchema,
  number: z.int().min(1),
  cause: z.enum(causeNames),
  assessedAt: z.iso.datetime(),
  /** The review that a person answered, where one did. */
  answered: reviewIdSchema.optional(),
  match: matchRecordSchema,
  facts: factsSchema,
  decision: decisionSchema,
  /** Children of the people confirmed, as they stood: what a later step of the same assessment acts on. */
  matched: z.array(
    z.strictObject({
      childId: childIdSchema,
      relationship: z.string(),
      authority: authorityCodeSchema,
      ...stageShape,
    }),
  ),
  contributing: z.array(contributionSchema),
  /** The concern that this one corrects, once seen to be of the same agency. */
  corrects: concernIdSchema.optional(),
  /** How the sharing agreement stood with each authority that would be told. */
  agreements: z.array(
    z.strictObject({ authority: authorityCodeSchema, standing: z.enum(standings) }),
  ),
  alertIds: z.array(alertIdSchema),
  /** Alerts of an earlier concern that took this one in, in place of one of its own. */
  mergedInto: z.array(alertIdSchema).optional(),
})
export type Assessment = z.infer<typeof assessmentSchema>
