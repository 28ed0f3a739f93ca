import { type AuthorityCode, authorityCodeSchema } from '../agencies/authorities.ts'
import { askedFirst } from '../alerts/recipients-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { authorityOf, isOf } from '../kernel/ids.ts'
import { unsettled } from '../matching/settle-identity.ts'
import type { IdentityAsked } from '../reviews/reviews-of.ts'
import { knownTo } from './assess.ts'
import type { Assessment } from './assessment.ts'
import { isUnsettled, registeredAs } from './person-match.ts'

/** By code, so that nothing depends on who was found first. */
const registersOf = (ids: readonly string[]): AuthorityCode[] =>
  [...new Set(ids.map(authorityOf))].toSorted().map((code) => authorityCodeSchema.parse(code))

/**
 * Whom a council is asked about (policy §1.5, §9.4): each person who may be somebody of its register, of whom an adopted
 * child is its lead's alone to know; and an adult who stands on several registers, where it is told of nothing before it
 * has said that it knows them.
 */
export const identitiesAsked = (
  stored: StoredConcern,
  {
    matches,
    joined,
    adopted = new Set(),
  }: Pick<Assessment, 'matches' | 'joined'> & { readonly adopted?: ReadonlySet<string> },
): IdentityAsked[] => {
  const unsure = matches.filter(isUnsettled).flatMap(({ person, match }) => {
    const ids = unsettled(match).map(({ id }) => id)
    return registersOf(ids).map((authority) => ({
      person,
      authority,
      ...(ids.some((id) => isOf(authority, id) && adopted.has(id)) && {
        isOfAdopted: true as const,
      }),
    }))
  })
  const first = askedFirst(stored.concern.authority, knownTo(stored, joined, matches))
  const known = matches
    .filter(({ kind }) => kind === 'adult')
    .flatMap((one) =>
      registersOf(registeredAs(one))
        .filter((authority) => first.includes(authority))
        .map((authority) => ({ person: one.person, authority })),
    )
  const asked = [...unsure, ...known]
  return [...new Map(asked.map((one) => [`${one.person} ${one.authority}`, one])).values()]
}
