import type { Comparison } from '../comparisons/compare-people.ts'
import type { FamilyNameLevel } from '../comparisons/family-name.ts'
import type { GivenNameLevel } from '../comparisons/given-name.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import type { FrequencyModel } from '../model.ts'
import type { NameFeatures } from '../normalise/name-features.ts'
import { type Bits, toBits, type Weights } from './weights.ts'

const zero: Bits = { same: 0, household: 0 }

const shareOf = (model: FrequencyModel, value: string | undefined): number =>
  value !== undefined && Object.hasOwn(model.values, value)
    ? (model.values[value] ?? model.unlisted)
    : model.unlisted

/** Bits of how common a value is, against the chance that its level already holds. */
const rarityOf = (model: FrequencyModel, share: number): number =>
  Math.max(-model.cap, Math.min(model.cap, Math.log2(model.average / share)))

const asBits = (bits: number, { inherited }: FrequencyModel): Bits => {
  const same = toBits(bits)
  return { same, household: inherited ? same : 0 }
}

/** Of several words that agree, the rarest tells most: "Mohammed Hassan" is as common as its Hassans. */
const rarestOf = (model: FrequencyModel, words: readonly string[]): number =>
  words.reduce((least, word) => Math.min(least, shareOf(model, word)), 1)

const wordsInCommon = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.filter((word) => others.includes(word))

/**
 * What the commonness of the agreeing words adds or takes. Where they agree only nearly, or not in all, it can take and never
 * add: a misspelling looks rare and is not, and takes half as much.
 */
const rarityBits = (
  model: FrequencyModel | undefined,
  [some, others]: readonly [readonly string[], readonly string[]],
  isExact: boolean,
): Bits => {
  if (model === undefined) return zero
  const common = wordsInCommon(some, others)
  if (common.length > 0) {
    const bits = rarityOf(model, rarestOf(model, common))
    return asBits(isExact ? bits : Math.min(0, bits), model)
  }
  const share = Math.max(shareOf(model, some[0]), shareOf(model, others[0]))
  return asBits(Math.min(0, rarityOf(model, share)) / 2, model)
}

/** Levels of a name that agree enough for the name's commonness to matter. */
const agreeing = {
  exact: true,
  nickname: true,
  close: true,
  barrel: true,
  'left-out': true,
  like: true,
  contradicts: true,
  initial: false,
  similar: false,
  faint: false,
  different: false,
} as const satisfies Record<GivenNameLevel | FamilyNameLevel, boolean>

const familyOf = ({ family, families }: NameFeatures): readonly string[] =>
  family === undefined ? [] : [family, ...families]

export type Rarities = { readonly given: Bits; readonly family: Bits }

/** Whether one of the names on which two people agree is so common that many others bear it. */
export const isOfCommonName = ({ given, family }: Rarities): boolean =>
  given.same < 0 || family.same < 0

/** How common the names are on which two people agree. */
export const raritiesOf = (
  { names }: Comparison,
  { frequencies }: Pick<Weights, 'frequencies'>,
): Rarities => {
  if (names === undefined) return { given: zero, family: zero }
  const { a, b, given, family } = names
  return {
    given: holdsAt(agreeing, given)
      ? rarityBits(frequencies['given-name'], [a.givens, b.givens], given === 'exact')
      : zero,
    family: holdsAt(agreeing, family)
      ? rarityBits(frequencies['family-name'], [familyOf(a), familyOf(b)], family === 'exact')
      : zero,
  }
}
