import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { alertIdSchema, childIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { decisionSchema } from '../sharing/decision.ts'
import { factsSchema } from '../sharing/facts.ts'

/** One line of how a match was made: words of ours and bits, never a value. */
export const explanationLineSchema = z.strictObject({
  comparison: z.string(),
  level: z.string(),
  bits: z.number(),
})

/**
 * Match and decision of one concern at one moment, with all that is needed to decide again and compare. `number` counts
 * a concern's assessments from 1: a later one (a review that ran out of time) never rewrites an earlier.
 */
export const assessmentSchema = z.strictObject({
  concernId: concernIdSchema,
  number: z.int().min(1),
  assessedAt: z.iso.datetime(),
  match: z.strictObject({
    band: z.enum(['CONFIRMED', 'POSSIBLE', 'MANY', 'NONE']),
    incomplete: z.boolean(),
    modelVersion: z.string(),
    confirmed: z.array(z.string()),
    candidates: z.array(
      z.strictObject({
        id: z.string(),
        weight: z.number(),
        posterior: z.number(),
        guards: z.array(z.string()),
        explanation: z.array(explanationLineSchema),
      }),
    ),
  }),
  facts: factsSchema,
  decision: decisionSchema,
  /** Children of the people confirmed, as they stood: what a later step of the same assessment acts on. */
  matched: z.array(
    z.strictObject({
      childId: childIdSchema,
      relationship: z.string(),
      authority: authorityCodeSchema,
    }),
  ),
  contributing: z.array(concernIdSchema),
  alertIds: z.array(alertIdSchema),
  /** Alerts of an earlier concern that took this one in, in place of one of its own. */
  mergedInto: z.array(alertIdSchema).optional(),
})
export type Assessment = z.infer<typeof assessmentSchema>
