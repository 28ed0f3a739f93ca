import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import type { AdultInput, ChildInput, Household, Relationship } from '../seed-types.ts'
import { type Condition, isPlain } from './conditions.ts'

/** Who of the register a concern is about; plain families unless it says what it needs. */
export type Role = { readonly as: Relationship; readonly where?: readonly Condition[] }

/** The adult who plays the subject, and every child who depends on them. */
export type Cast = {
  readonly adult: AdultInput
  readonly children: readonly ChildInput[]
  readonly authority: AuthorityCode
}

/** Finds a family for a role. Each family plays once, so that no concern weighs on another unless it is meant to. */
export const createCasting = (
  households: readonly Household[],
  today: Date,
): ((role: Role) => Cast) => {
  const free = new Set(households)
  return ({ as, where = [isPlain] }) => {
    for (const household of free) {
      const children = household.children.map(({ child }) => child)
      const last = children.at(-1)
      const adult = last?.adults.find(({ relationship }) => relationship === as)
      if (last === undefined || adult === undefined) continue
      if (!where.every((holds) => holds({ adult, children, today }))) continue
      free.delete(household)
      return { adult, children, authority: last.authority }
    }
    throw new RangeError(
      `no family is left for a ${as} where ${where.map(({ name }) => name).join(', ')}`,
    )
  }
}
