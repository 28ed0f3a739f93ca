import * as z from 'zod'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { alertKinds } from '../alerts/alert.ts'
import { consideredOf, consideredSchema } from '../alerts/explanation.ts'
import { isOf } from '../kernel/ids.ts'
import { questions } from '../reviews/questions.ts'
import { decisionSchema } from '../sharing/decision.ts'
import { factsSchema } from '../sharing/facts.ts'
import { reviewKinds } from '../sharing/rule.ts'
import { askedBy } from '../sharing/rule-of.ts'
import type { Plan } from './assess.ts'
import { assessmentSchema } from './assessment.ts'
import type { Gathered } from './gathered.ts'

/** What would happen to a concern, and why. Nothing of it exists: no concern, no alert, no review. */
export const previewSchema = z.strictObject({
  match: assessmentSchema.shape.match
    .pick({ band: true, incomplete: true, modelVersion: true })
    .extend({ people: consideredSchema }),
  facts: factsSchema.omit({ id: true }),
  decision: decisionSchema.omit({ id: true }),
  contributing: assessmentSchema.shape.contributing,
  alerts: z.array(
    z.strictObject({
      authority: z.string(),
      kind: z.enum(alertKinds),
      fields: z.array(z.string()).meta({ description: 'What the alert would hold, by name' }),
      protected: z.array(z.string()).meta({ description: 'What redaction would take out' }),
    }),
  ),
  review: z.strictObject({ kind: z.enum(reviewKinds), asks: z.string() }).optional(),
})
export type Preview = z.infer<typeof previewSchema>

/** What one authority's register answers, as if there were no other: nobody may look into another's by guessing. */
export const ownOnly = (gathered: Gathered, authority: AuthorityCode): Gathered => ({
  ...gathered,
  adults: gathered.adults.filter(({ adultId }) => isOf(authority, adultId)),
})

const withoutId = <T extends { readonly id: string }>({ id: _, ...rest }: T): Omit<T, 'id'> => rest

/** What the plan of an assessment says to somebody of this authority, without a value of anybody's record. */
export const previewOf = ({ assessment, alerts }: Plan, authority: AuthorityCode): Preview => {
  const { match, facts, decision, contributing } = assessment
  const { band, incomplete, modelVersion } = match
  const people = consideredOf(match, { authority, hidesPlaces: true, hidesNames: false })
  const isReview = decision.decision === 'HUMAN_REVIEW'
  const kind = isReview ? askedBy(decision) : undefined
  return {
    match: { band, incomplete, modelVersion, people },
    facts: withoutId(facts),
    decision: withoutId(decision),
    contributing,
    alerts: alerts.map((alert) => ({
      authority: alert.authority,
      kind: alert.kind,
      fields: Object.keys(alert.content),
      protected: alert.content.protected,
    })),
    ...(kind !== undefined && { review: { kind, asks: questions[kind].asks } }),
  }
}
