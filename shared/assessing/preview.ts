import * as z from 'zod'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { toldBecause } from '../alerts/content/alert-content.ts'
import { consideredOf, consideredSchema } from '../alerts/explanation.ts'
import { personRefSchema } from '../concerns/person-ref.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { isOf } from '../kernel/ids.ts'
import { isAdopted } from '../register/stored.ts'
import { questions, reviewKinds } from '../reviews/questions.ts'
import { askedOf } from '../reviews/review.ts'
import { reviewsOf } from '../reviews/reviews-of.ts'
import { decisionSchema } from '../sharing/decision.ts'
import { factsSchema } from '../sharing/facts.ts'
import type { Assessed } from './assess.ts'
import type { Gathered } from './gathered.ts'
import { identitiesAsked } from './identities-asked.ts'
import { personMatchSchema } from './person-match.ts'

/** What would happen to a concern, and why, on the caller's own register. Nothing of it exists: no concern, no alert, no review. */
export const previewSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      person: personRefSchema,
      band: personMatchSchema.shape.match.shape.band,
      incomplete: z.boolean(),
      considered: consideredSchema,
    }),
  ),
  facts: factsSchema.omit({ id: true }),
  decision: decisionSchema.omit({ id: true }),
  joined: z.int().min(0),
  told: z.array(z.strictObject({ authority: z.string(), why: z.array(z.enum(toldBecause)) })),
  reviews: z.array(
    z.strictObject({
      kind: z.enum(reviewKinds),
      asked: z.enum(askedOf),
      asks: z.string(),
    }),
  ),
})
export type Preview = z.infer<typeof previewSchema>

/**
 * What one authority's register answers, as if there were no other: nobody may look into another's by guessing. Nobody
 * who is adopted is in it, for whoever asks may know only the birth family (X6).
 */
export const ownOnly = (gathered: Gathered, authority: AuthorityCode): Gathered => ({
  ...gathered,
  sought: gathered.sought.map((sought) => ({
    ...sought,
    ids: sought.ids.filter((id) => isOf(authority, id)),
  })),
  adults: gathered.adults.filter(({ adultId }) => isOf(authority, adultId)),
  children: gathered.children.filter(
    ({ childId, child }) => isOf(authority, childId) && !isAdopted(child),
  ),
})

const withoutId = <T extends { readonly id: string }>({ id: _, ...rest }: T): Omit<T, 'id'> => rest

/** What an assessment says to somebody of this authority, without a value of anybody's record. */
export const previewOf = (
  stored: StoredConcern,
  { assessment, recipients, adopted }: Assessed,
  authority: AuthorityCode,
): Preview => {
  const { matches, facts, decision, joined } = assessment
  const asking = {
    stored,
    decision,
    facts,
    identities: identitiesAsked(stored, { ...assessment, adopted }),
    open: [],
  }
  const { raised } = reviewsOf(asking, { now: new Date(0), newId: () => stored.concernId })
  return {
    people: matches.map(({ person, match }) => ({
      person,
      band: match.band,
      incomplete: match.incomplete,
      considered: consideredOf(match, { authority, hidesPlaces: true, hidesNames: false }),
    })),
    facts: withoutId(facts),
    decision: withoutId(decision),
    joined: joined.length,
    told: recipients.map((recipient) => ({
      authority: recipient.authority,
      why: [...recipient.why],
    })),
    reviews: raised.map(({ kind, asked }) => ({ kind, asked, asks: questions[kind].asks })),
  }
}
