import * as z from 'zod'
import { adultRefSchema, personRefSchema } from '../concerns/person-ref.ts'
import type { Confirmed } from '../household/joined-children.ts'
import { type AdultId, adultIdSchema, type ChildId, childIdSchema } from '../kernel/ids.ts'
import { matchRecordSchema } from '../matching/match-record.ts'
import { unsettled } from '../matching/settle-identity.ts'
import type { Facts } from '../sharing/facts.ts'

/** Who one person of a concern is: adults among adults, children among children. */
export const personMatchSchema = z.strictObject({
  person: personRefSchema,
  kind: z.enum(['adult', 'child']),
  match: matchRecordSchema,
})
export type PersonMatch = z.infer<typeof personMatchSchema>

const bandsInOrder = [
  'CONFIRMED',
  'MANY',
  'POSSIBLE',
  'NONE',
] as const satisfies readonly Facts['match'][]

/** The best band of its people (policy §1.5): it decides whose records stand in an alert, never whether one is sent. */
export const bandOf = (matches: readonly PersonMatch[]): Facts['match'] =>
  bandsInOrder.find((band) =>
    matches.some(({ match }) => (match.confirmed.length > 0 ? 'CONFIRMED' : match.band) === band),
  ) ?? 'NONE'

const adultRefOf = ({ person }: PersonMatch) => adultRefSchema.parse(person)

/** Who of the concern is who of the register. */
export const confirmedIn = (matches: readonly PersonMatch[]): Confirmed => ({
  adults: matches
    .filter(({ kind }) => kind === 'adult')
    .flatMap((one) =>
      one.match.confirmed.map((id) => ({
        ref: adultRefOf(one),
        adultId: adultIdSchema.parse(id),
      })),
    ),
  children: matches
    .filter(({ kind }) => kind === 'child')
    .flatMap(({ match }) => match.confirmed.map((id) => childIdSchema.parse(id))),
})

/** Candidates about whom a person has still to say whether it is them. */
export const isUnsettled = ({ match: { band } }: PersonMatch): boolean =>
  band === 'POSSIBLE' || band === 'MANY'

/**
 * Every entry of the registers that is this person, or may be while somebody else's is: a copy that falls a little short,
 * or that a model on trial leaves to people, is one of them (policy §9.4).
 */
export const registeredAs = ({ match }: PersonMatch): string[] =>
  match.confirmed.length === 0 ? [] : [...match.confirmed, ...unsettled(match).map(({ id }) => id)]

type Ids = { readonly adultIds: readonly AdultId[]; readonly childIds: readonly ChildId[] }

const idsOf = (
  matches: readonly PersonMatch[],
  idsIn: (match: PersonMatch) => readonly string[],
): Ids => ({
  adultIds: matches
    .filter(({ kind }) => kind === 'adult')
    .flatMap((one) => idsIn(one).map((id) => adultIdSchema.parse(id))),
  childIds: matches
    .filter(({ kind }) => kind === 'child')
    .flatMap((one) => idsIn(one).map((id) => childIdSchema.parse(id))),
})

/** Everybody of the register whom these people are, or may be while nobody has settled it: their restrictions hold. */
export const everybodyIn = (matches: readonly PersonMatch[]): Ids =>
  idsOf(matches, (one) => [
    ...one.match.confirmed,
    ...(isUnsettled(one) ? one.match.candidates.map(({ id }) => id) : []),
  ])
