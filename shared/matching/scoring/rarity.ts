import type { Comparison } from '../comparisons/compare-people.ts'
import type { FamilyNameLevel } from '../comparisons/family-name.ts'
import type { GivenNameLevel } from '../comparisons/given-name.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import type { FrequencyModel } from '../model.ts'
import { type Bits, toBits, type Weights } from './weights.ts'

const zero: Bits = { same: 0, household: 0 }

const shareOf = (model: FrequencyModel, value: string | undefined): number =>
  value !== undefined && Object.hasOwn(model.values, value)
    ? (model.values[value] ?? model.unlisted)
    : model.unlisted

/**
 * What the commonness of the agreeing values adds or takes. Between values that only nearly agree it can take and never
 * add, and half as much: a misspelling looks rare and is not.
 */
const rarityBits = (
  model: FrequencyModel | undefined,
  values: readonly (string | undefined)[],
  isExact: boolean,
): Bits => {
  if (model === undefined) return zero
  const share = Math.max(...values.map((value) => shareOf(model, value)))
  const bits = Math.max(-model.cap, Math.min(model.cap, Math.log2(model.average / share)))
  const same = toBits(isExact ? bits : Math.min(0, bits) / 2)
  return { same, household: model.inherited ? same : 0 }
}

/** Levels of a name that agree enough for the name's commonness to matter. */
const agreeing = {
  exact: true,
  nickname: true,
  close: true,
  barrel: true,
  'other-given': true,
  initial: false,
  similar: false,
  faint: false,
  different: false,
} as const satisfies Record<GivenNameLevel | FamilyNameLevel, boolean>

export type Rarities = { readonly given: Bits; readonly family: Bits }

/** How common the names are on which two people agree. */
export const raritiesOf = (
  { names }: Comparison,
  { frequencies }: Pick<Weights, 'frequencies'>,
): Rarities => {
  if (names === undefined) return { given: zero, family: zero }
  const { a, b, given, family } = names
  return {
    given: holdsAt(agreeing, given)
      ? rarityBits(frequencies['given-name'], [a.givens[0], b.givens[0]], given === 'exact')
      : zero,
    family: holdsAt(agreeing, family)
      ? rarityBits(frequencies['family-name'], [a.family, b.family], family === 'exact')
      : zero,
  }
}
