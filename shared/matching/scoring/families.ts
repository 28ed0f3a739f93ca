import { compareAddresses } from '../comparisons/address.ts'
import { type AdultsLevel, compareAdults } from '../comparisons/adults.ts'
import { isAtHome } from '../comparisons/at-home.ts'
import { comparisonOrder } from '../comparisons/comparisons.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { groupIdentities } from './identities.ts'
import { isNamesake, type PairScore } from './score-pair.ts'
import { bitsOf, type Weights } from './weights.ts'

type Scored = PairScore & { readonly features: PersonFeatures }

const areTheirAdults = {
  'two-adults': true,
  'full-name-and-date': true,
  'name-and-date': true,
  'full-name': false,
  date: false,
  'given-name': false,
  different: false,
  'another-parent': false,
} as const satisfies Record<AdultsLevel, boolean>

const areOfOneFamily = ({ features: a }: Scored, { features: b }: Scored): boolean =>
  holdsAt(isAtHome, compareAddresses(a.addresses, b.addresses)) ||
  holdsAt(areTheirAdults, compareAdults(a.ofChild?.adults ?? [], b.ofChild?.adults ?? []))

/** Household bits of what no brother or sister of this child is likely to share with it. */
const ownBits = ({ findings }: Scored, weights: Weights): number => {
  const penalty = isNamesake(findings) ? weights.namesakePenalty : 0
  const bits = bitsOf(weights, findings)
  const ofOwn = comparisonOrder.reduce(
    (sum, name, at) =>
      name === 'given-name' || name === 'expected-date' ? sum + (bits[at]?.household ?? 0) : sum,
    0,
  )
  return ofOwn - penalty
}

/** Too little to change an answer, so not worth asking whose family it is. */
const negligible = -12
const none = Number.NEGATIVE_INFINITY

/**
 * The household weight of each human. Children of one family are asked about the same brother or sister, one who is not
 * registered: that hypothesis counts once for them all, with the first of them, and as little as the child who is called
 * as the one sought, or was expected with it, leaves of it.
 */
export const householdWeightsOf = (
  humans: readonly Scored[],
  weights: Weights,
): readonly number[] => {
  if (humans.every(({ features }) => features.ofChild === undefined))
    return humans.map(({ householdWeight }) => householdWeight)
  const likely = humans.filter(({ householdWeight }) => householdWeight > negligible)
  const families = groupIdentities(likely, areOfOneFamily)
  const ofFamily = new Map(
    families.map((family) => {
      const own = family.map((child) => ownBits(child, weights))
      const shared = family.map(({ householdWeight }, at) => householdWeight - (own[at] ?? 0))
      return [family[0], Math.max(...shared) + Math.min(...own)]
    }),
  )
  return humans.map((human) => ofFamily.get(human) ?? none)
}
