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

/** A word's share, and among the bearers of a family name, where they are many who bear both. */
const shareAmong = (model: FrequencyModel, word: string | undefined, family?: string): number => {
  const share = shareOf(model, word)
  if (family === undefined || model.among === undefined) return share
  return Math.max(share, model.among[`${word}|${family}`] ?? 0)
}

/** The share of the rarest word in common, which tells most ("Mohammed Hassan" is as common as its Hassans); none without one. */
const rarestShared = (model: FrequencyModel, { words, family }: Agreeing): number | undefined => {
  const [some, others] = words
  let least: number | undefined
  for (const word of some) {
    if (!others.includes(word)) continue
    least = Math.min(least ?? 1, shareAmong(model, word, family))
  }
  return least
}

/**
 * What the commonness of the agreeing words adds or takes. Where they agree only nearly, or not in all, it can take and never
 * add: a misspelling looks rare and is not, and takes half as much.
 */
const rarityBits = (
  model: FrequencyModel,
  { words, isExact, family }: Agreeing & { readonly isExact: boolean },
): Bits => {
  const rarest = rarestShared(model, { words, family })
  if (rarest !== undefined) {
    const bits = rarityOf(model, rarest)
    return asBits(isExact ? bits : Math.min(0, bits), model)
  }
  const [[one], [other]] = words
  const commoner = Math.max(shareAmong(model, one, family), shareAmong(model, other, family))
  return asBits(Math.min(0, rarityOf(model, commoner)) / 2, model)
}

type Agreeing = {
  readonly words: readonly [readonly string[], readonly string[]]
  /** The family name on which both agree too. */
  readonly family?: string | undefined
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

export type NameRarity = 'common' | 'half-common' | 'rare'

/** How many others bear the name on which two people agree: whether both halves are common, or one, or neither. */
export const nameRarityOf = ({ given, family }: Rarities): NameRarity => {
  if (given.same < 0 && family.same < 0) return 'common'
  return given.same < 0 || family.same < 0 ? 'half-common' : 'rare'
}

/** How common the names are on which two people agree. */
export const raritiesOf = (
  { names }: Comparison,
  { frequencies }: Pick<Weights, 'frequencies'>,
): Rarities => {
  if (names === undefined) return { given: zero, family: zero }
  const { a, b, given, family } = names
  const { 'given-name': givenModel, 'family-name': familyModel } = frequencies
  return {
    given:
      givenModel !== undefined && holdsAt(agreeing, given)
        ? rarityBits(givenModel, {
            words: [a.givens, b.givens],
            isExact: given === 'exact',
            family: family === 'exact' ? a.family : undefined,
          })
        : zero,
    family:
      familyModel !== undefined && holdsAt(agreeing, family)
        ? rarityBits(familyModel, {
            words: [familyOf(a), familyOf(b)],
            isExact: family === 'exact',
          })
        : zero,
  }
}
