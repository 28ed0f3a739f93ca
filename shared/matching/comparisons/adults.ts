import type { AdultFeatures } from '../normalise/childs-own.ts'
import { bestLevel } from './best-level.ts'
import { areOfOneName, compareRelatives, type Relative, relativeLevels } from './relative.ts'

const adultLevels = ['full-name-and-date', ...relativeLevels] as const
export type AdultLevel = (typeof adultLevels)[number]

/** `another-mother`: both name a mother, and she is not the same. */
export const adultsLevels = ['two-adults', ...adultLevels, 'another-parent'] as const
export type AdultsLevel = (typeof adultsLevels)[number]

/** An adult once under every name. */
const namesOf = ({ names, dateOfBirth }: AdultFeatures): readonly Relative[] =>
  names.length === 0
    ? [{ name: undefined, dateOfBirth }]
    : names.map((name) => ({ name, dateOfBirth }))

const compareNamed = (a: Relative, b: Relative): AdultLevel | undefined => {
  const level = compareRelatives(a, b)
  return level === 'name-and-date' && areOfOneName(a, b) ? 'full-name-and-date' : level
}

const compareNames = bestLevel(adultLevels, compareNamed)

/** How two adults agree, by whichever of their names agree best. */
export const compareAdult = (a: AdultFeatures, b: AdultFeatures): AdultLevel | undefined =>
  compareNames(namesOf(a), namesOf(b))

const compareEach = bestLevel(adultLevels, compareAdult)

const areSurelyOne = (a: AdultFeatures, b: AdultFeatures): boolean => {
  const level = compareAdult(a, b)
  return level === 'full-name-and-date' || level === 'name-and-date'
}

const countOfSure = (some: readonly AdultFeatures[], others: readonly AdultFeatures[]): number =>
  some.filter((one) => others.some((other) => areSurelyOne(one, other))).length

const areTwo = (
  [a, b]: readonly [readonly AdultFeatures[], readonly AdultFeatures[]],
  role: AdultFeatures['role'],
): boolean => {
  const inRole = (adults: readonly AdultFeatures[]): readonly AdultFeatures[] =>
    adults.filter((adult) => adult.role === role)
  return compareEach(inRole(a), inRole(b)) === 'different'
}

/**
 * Whether the adults named with a child are those of another. It speaks for the family, not for the child: brothers and
 * sisters have the same adults.
 */
export const compareAdults = (
  a: readonly AdultFeatures[],
  b: readonly AdultFeatures[],
): AdultsLevel | undefined => {
  if (Math.min(countOfSure(a, b), countOfSure(b, a)) >= 2) return 'two-adults'
  const level = compareEach(a, b)
  if (level !== 'different') return level
  return areTwo([a, b], 'mother') || areTwo([a, b], 'father') ? 'another-parent' : level
}
