import { dividedElsewhere, exchanged, type NameFeatures } from '../normalise/name-features.ts'
import { isNicknameOf } from '../normalise/nicknames/nicknames.ts'
import { compareFamilyNames, type FamilyNameLevel } from './family-name.ts'
import { compareGivenNames, type GivenNameLevel } from './given-name.ts'

/**
 * How a pair of names was laid together: as written, by a former name or alias, or with the halves exchanged or divided
 * elsewhere. Not a finding but a price, paid for having looked for the best of several pairings.
 */
export const nameFormLevels = ['current', 'former', 'exchanged', 'former-exchanged'] as const
export type NameFormLevel = (typeof nameFormLevels)[number]

/** Whether what is compared as a family name may be the given name. */
export const areExchanged = {
  current: false,
  former: false,
  exchanged: true,
  'former-exchanged': true,
} as const satisfies Record<NameFormLevel, boolean>

/** Two names laid together, with what was found. */
export type NamePairing = {
  readonly form: NameFormLevel
  readonly a: NameFeatures
  readonly b: NameFeatures
  readonly given: GivenNameLevel | undefined
  readonly family: FamilyNameLevel | undefined
}

// No two sums are alike, so the better of two pairings never depends on which side is asked first.
const givenScore: Readonly<Record<GivenNameLevel, number>> = {
  exact: 8.01,
  nickname: 6.13,
  close: 6.02,
  'left-out': 6.57,
  like: 4.23,
  contradicts: 3.43,
  initial: 3.11,
  similar: 2.07,
  faint: 1.03,
  different: -2.03,
}
const familyScore: Readonly<Record<FamilyNameLevel, number>> = {
  exact: 8.409,
  barrel: 6.331,
  close: 6.227,
  contradicts: 3.317,
  similar: 2.251,
  faint: 1.113,
  different: -2.207,
}
const formScore: Readonly<Record<NameFormLevel, number>> = {
  current: 0,
  former: -0.5,
  exchanged: -2.5,
  'former-exchanged': -3,
}
const goodEnough = 12

const scoreOf = ({ form, given, family }: NamePairing): number =>
  formScore[form] +
  (given === undefined ? 0 : givenScore[given]) +
  (family === undefined ? 0 : familyScore[family])

const pairingOf = (form: NameFormLevel, a: NameFeatures, b: NameFeatures): NamePairing => ({
  form,
  a,
  b,
  given: compareGivenNames(a, b),
  family: compareFamilyNames(a, b),
})

/**
 * The same first letter, and one of the next two in the other's next two: as far as a slip of the hand can leave the
 * beginnings of one name.
 */
const beginAlike = (a: string | undefined, b: string | undefined): boolean => {
  if (a === undefined || b === undefined || a.charCodeAt(0) !== b.charCodeAt(0)) return false
  if (a.length < 3 || b.length < 3) return true
  const [second, third] = [a.charCodeAt(1), a.charCodeAt(2)]
  const [next, last] = [b.charCodeAt(1), b.charCodeAt(2)]
  return (
    second === next || second === last || third === next || third === last || isNicknameOf(a, b)
  )
}

/** Asked of every stranger, so it looks at beginnings alone. */
const mayBeExchanged = (a: NameFeatures, b: NameFeatures): boolean =>
  beginAlike(a.given, b.family) || beginAlike(a.family, b.given)

/** Sorted, so that it is the same from either side. */
const textOf = ({ a, b }: NamePairing): string =>
  [`${a.given} ${a.family}`, `${b.given} ${b.family}`].sort().join('|')

const better = (one: NamePairing, other: NamePairing): NamePairing => {
  const difference = scoreOf(one) - scoreOf(other)
  if (difference !== 0) return difference > 0 ? one : other
  return textOf(one) <= textOf(other) ? one : other
}

const wordCount = ({ givens, families }: NameFeatures): number => givens.length + families.length

const holds = ({ givens, families }: NameFeatures, word: string): boolean =>
  givens.includes(word) || families.includes(word)

const isHeldBy = (name: NameFeatures, other: NameFeatures): boolean => {
  for (const word of name.givens) if (!holds(other, word)) return false
  for (const word of name.families) if (!holds(other, word)) return false
  return true
}

/** A word may stand in the wrong half only where there are more than two, and all of the fewer stand in the other name. */
const mayBeDivided = (a: NameFeatures, b: NameFeatures): boolean => {
  const [ofA, ofB] = [wordCount(a), wordCount(b)]
  if (Math.max(ofA, ofB) < 3 || Math.min(ofA, ofB) < 2) return false
  return ofA <= ofB ? isHeldBy(a, b) : isHeldBy(b, a)
}

const isWhole = (given: GivenNameLevel | undefined, family: FamilyNameLevel | undefined): boolean =>
  given === 'exact' && (family === 'exact' || family === 'barrel')

/** Laid so that every word of one name stands in the same half of the other; none where that cannot be. */
const dividedPairings = (
  form: NameFormLevel,
  a: NameFeatures,
  b: NameFeatures,
): readonly NamePairing[] =>
  [
    ...dividedElsewhere(a).map((each) => pairingOf(form, each, b)),
    ...dividedElsewhere(b).map((each) => pairingOf(form, a, each)),
  ].filter(({ given, family }) => isWhole(given, family))

/** A reading is a guess at the order, whoever wrote it. */
const straightForm = (a: NameFeatures, b: NameFeatures, isCurrent: boolean): NameFormLevel => {
  if (a.isReading === true || b.isReading === true) return 'former-exchanged'
  return isCurrent ? 'current' : 'former'
}

const bestPairing = (a: NameFeatures, b: NameFeatures, isCurrent: boolean): NamePairing => {
  const straight = pairingOf(straightForm(a, b, isCurrent), a, b)
  if (scoreOf(straight) >= goodEnough) return straight
  const form = isCurrent ? 'exchanged' : 'former-exchanged'
  // Both sides are tried, so that either may lead.
  let best = straight
  if (mayBeExchanged(a, b)) {
    best = better(best, pairingOf(form, exchanged(a), b))
    best = better(best, pairingOf(form, a, exchanged(b)))
  }
  return mayBeDivided(a, b) ? dividedPairings(form, a, b).reduce(better, best) : best
}

/** The best pairing of two people's names: any alias of one may be the current name of the other. */
export const pairNames = (
  a: readonly NameFeatures[],
  b: readonly NameFeatures[],
): NamePairing | undefined => {
  const [one] = a
  const [other] = b
  if (one === undefined || other === undefined) return undefined
  // Nearly everybody has one name, and this runs for every candidate.
  if (a.length === 1 && b.length === 1) return bestPairing(one, other, true)
  return a
    .flatMap((each, at) =>
      b.map((its, otherAt) => bestPairing(each, its, at === 0 && otherAt === 0)),
    )
    .reduce(better)
}
