import { comparisonNames, type Findings } from '../comparisons/comparisons.ts'
import type { ComparisonModel, FrequencyModel, MatchModel } from '../model.ts'

/** Bits for "same person" and for "same household", each against "strangers". */
export type Bits = { readonly same: number; readonly household: number }

/** A model made ready for lookup. */
export type Weights = {
  readonly prior: Bits
  readonly namesakePenalty: number
  /** By comparison, in the order of `comparisonNames`, those of children after. */
  readonly levels: readonly ReadonlyMap<string, Bits>[]
  readonly frequencies: Readonly<Record<string, FrequencyModel | undefined>>
}

const stepsPerBit = 65_536
const mostBits = 64

/** Bits rounded to a fraction that doubles hold without error, so that sums do not depend on their order. */
export const roundedBits = (bits: number): number => Math.round(bits * stepsPerBit) / stepsPerBit

/** A level's bits, rounded and bounded, so that no level, however trained, decides alone. */
export const toBits = (bits: number): number =>
  Number.isNaN(bits) ? 0 : roundedBits(Math.max(-mostBits, Math.min(mostBits, bits)))

const levelsOf = ({ levels, floor, ceiling }: ComparisonModel): ReadonlyMap<string, Bits> => {
  const bounded = (ratio: number): number =>
    toBits(Math.max(floor ?? -mostBits, Math.min(ceiling ?? mostBits, Math.log2(ratio))))
  return new Map(
    levels.map(({ level, m, u, h }) => [
      level,
      { same: bounded(m / u), household: bounded(h / u) },
    ]),
  )
}

/** Turns likelihoods into bits, once per model. `ofChildren` are the comparisons that children have beside the model's. */
export const weightsOf = (
  model: MatchModel,
  ofChildren: readonly ComparisonModel[] = [],
): Weights => {
  const { same, household } = model.prior
  const entries = comparisonNames.map((name) => [name, model.comparisons[name]] as const)
  return {
    prior: { same: toBits(Math.log2(same)), household: toBits(Math.log2(household)) },
    namesakePenalty: toBits(model.namesakePenalty),
    levels: [...entries.map(([, each]) => each), ...ofChildren].map(levelsOf),
    frequencies: Object.fromEntries(entries.map(([name, { frequency }]) => [name, frequency])),
  }
}

const zero: Bits = { same: 0, household: 0 }

/** A missing value, or a level that the model does not know, says nothing. */
const bitsAt = ({ levels }: Weights, at: number, level: string | undefined): Bits =>
  level === undefined ? zero : (levels[at]?.get(level) ?? zero)

/** The bits of each comparison's finding. */
export const bitsOf = (weights: Weights, findings: Findings): readonly Bits[] =>
  Object.values(findings).map((level, at) => bitsAt(weights, at, level))

/** The bits of all findings together, without a list of them: every candidate is weighed, few are explained. */
export const sumBits = (weights: Weights, findings: Findings): Bits => {
  let same = 0
  let household = 0
  const levels = Object.values(findings)
  for (let at = 0; at < levels.length; at += 1) {
    const bits = bitsAt(weights, at, levels[at])
    same += bits.same
    household += bits.household
  }
  return { same, household }
}
