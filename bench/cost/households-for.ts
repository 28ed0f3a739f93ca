import { lastAdultYear, type Person } from '../../local/people/people-types.ts'
import { recordsOf } from '../assessment/registered-household.ts'
import type { Population } from '../children/families.ts'
import { blockAt } from '../population/blocks.ts'
import { type Household, householdsOf } from '../population/household.ts'
import { type MixKind, mix } from './mix.ts'

export type Chosen = {
  readonly kind: MixKind
  readonly household: Household
  readonly seed: number
}

/** A population of whom nobody is on the register. */
const seedOfStrangers = 977

/** Neither so young nor so old that the family is watched for it. */
const isOfSchoolAge = ({ born: { year } }: Person): boolean => year >= 2018 && year <= 2023

const isWanted = (household: Household, seed: number, wanted: number): boolean => {
  const children = household.people.filter(({ born }) => born.year > lastAdultYear)
  if (children.length !== wanted || (wanted === 1 && !children.every(isOfSchoolAge))) return false
  const [parent] = recordsOf(household, seed).children.flatMap(([, { adults }]) => adults)
  return parent?.dateOfBirth?.length === 10
}

/** Households with so many children and a parent whose date of birth is whole. */
function* householdsWith(seed: number, wanted: number): Generator<Household, never> {
  for (let block = 0; ; block += 1)
    for (const household of householdsOf(seed, blockAt(seed, block)))
      if (isWanted(household, seed, wanted)) yield household
}

/** A household for each concern: a further notice is about the one of the last concern about one child, each other about one of its own. */
export const householdsFor = (
  { seed }: Population,
  kinds: readonly MixKind[],
): readonly Chosen[] => {
  const sources = {
    ones: householdsWith(seed, 1),
    fours: householdsWith(seed, 4),
    strangers: householdsWith(seedOfStrangers, 1),
  }
  let lastTold: Household | undefined
  return kinds.map((kind): Chosen => {
    const { isKnown, children } = mix[kind]
    if (!isKnown) return { kind, household: sources.strangers.next().value, seed: seedOfStrangers }
    const fresh = children === 4 ? sources.fours : sources.ones
    const household =
      kind === 'further-notice' && lastTold !== undefined ? lastTold : fresh.next().value
    if (kind === 'one-child') lastTold = household
    return { kind, household, seed }
  })
}
