import * as z from 'zod'
import { standings } from '../agencies/agreement.ts'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { holderSchema } from '../agencies/holder.ts'
import { toldBecause } from '../alerts/content/alert-content.ts'
import type { AuditAction } from '../audit/audit-entry.ts'
import { conclusions } from '../codes/conclusions.ts'
import { joinedChildSchema } from '../household/joined-child.ts'
import { alertIdSchema, concernIdSchema, reviewIdSchema } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { decisionSchema } from '../sharing/decision.ts'
import { factsSchema } from '../sharing/facts.ts'
import { personMatchSchema } from './person-match.ts'

type Cause = { readonly action: AuditAction }

/** Why a concern was assessed. */
export const assessmentCauses = {
  received: { action: 'CONCERN_ASSESSED' },
  lapsed: { action: 'REVIEW_TIMED_OUT' },
  reviewed: { action: 'REVIEW_DECIDED' },
  identified: { action: 'REVIEW_DECIDED' },
  'verdict-taken-up': { action: 'CONCERN_REASSESSED' },
  'consent-changed': { action: 'CONCERN_REASSESSED' },
  'household-changed': { action: 'CONCERN_REASSESSED' },
  'late-match': { action: 'CONCERN_REASSESSED' },
} as const satisfies Record<string, Cause>
export type AssessmentCause = keyof typeof assessmentCauses

/** Who is told by an assessment, why, and by which alert. */
const recipientSchema = z.strictObject({
  authority: holderSchema,
  why: z.array(z.enum(toldBecause)),
  /** Told of an adopted child of its own, and of nothing else (X6). */
  isOfAdopted: z.literal(true).optional(),
  alertId: alertIdSchema,
})

/**
 * Matches and decision of one concern at one moment, with all that is needed to decide again and compare. `number` counts
 * a concern's assessments from 1: a later one never rewrites an earlier.
 */
export const assessmentSchema = z.strictObject({
  concernId: concernIdSchema,
  number: z.int().min(1),
  cause: z.enum(keysOf(assessmentCauses)),
  assessedAt: z.iso.datetime(),
  /** The review that a person answered, where one did. */
  answered: reviewIdSchema.optional(),
  matches: z.array(personMatchSchema),
  joined: z.array(joinedChildSchema),
  facts: factsSchema,
  decision: decisionSchema,
  /** What a person or the clock made of a review, where the decision is that and not the table's own. */
  concluded: z.enum(conclusions).optional(),
  /** Earlier concerns that make a combination or three notices with this one. */
  contributing: z.array(concernIdSchema),
  /** The concern that this one corrects, once seen to be of the same agency. */
  corrects: concernIdSchema.optional(),
  /** How the sharing agreement stood with each authority that is told: nothing waits for it. */
  agreements: z.array(
    z.strictObject({
      authority: authorityCodeSchema,
      standing: z.enum(standings),
      /** Which version of it stood so. */
      version: z.int().min(1).optional(),
    }),
  ),
  recipients: z.array(recipientSchema),
})
export type Assessment = z.infer<typeof assessmentSchema>
