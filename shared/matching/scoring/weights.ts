import type { ComparisonName } from '../comparisons/comparisons.ts'
import type { FrequencyModel, MatchModel } from '../model.ts'

/** Bits for "same person" and for "same household", each against "strangers". */
export type Bits = { readonly same: number; readonly household: number }

/** A model made ready for look-up. */
export type Weights = {
  readonly prior: Bits
  readonly namesakePenalty: number
  readonly levels: ReadonlyMap<string, Bits>
  readonly frequencies: ReadonlyMap<string, FrequencyModel>
}

const grain = 65_536
const most = 64

/**
 * Bits rounded to a fraction that doubles hold without error, so that the parts of an explanation sum to its total in
 * whatever order they are added. Bounded, so that no level, however trained, decides alone.
 */
export const toBits = (bits: number): number => {
  if (Number.isNaN(bits)) return 0
  return Math.round(Math.max(-most, Math.min(most, bits)) * grain) / grain
}

const key = (comparison: ComparisonName, level: string): string => `${comparison}:${level}`

/** Turns likelihoods into bits, once per search. */
export const weightsOf = (model: MatchModel): Weights => {
  const levels = new Map<string, Bits>()
  const frequencies = new Map<string, FrequencyModel>()
  for (const [comparison, each] of Object.entries(model.comparisons)) {
    const bounded = (ratio: number): number =>
      toBits(Math.max(each.floor ?? -most, Math.min(each.ceiling ?? most, Math.log2(ratio))))
    for (const { level, m, u, h } of each.levels) {
      levels.set(`${comparison}:${level}`, { same: bounded(m / u), household: bounded(h / u) })
    }
    if (each.frequency !== undefined) frequencies.set(comparison, each.frequency)
  }
  const { same, household } = model.prior
  return {
    prior: { same: toBits(Math.log2(same)), household: toBits(Math.log2(household)) },
    namesakePenalty: toBits(model.namesakePenalty),
    levels,
    frequencies,
  }
}

const nothing: Bits = { same: 0, household: 0 }

/** A missing value, or a level that the model does not know, says nothing. */
export const bitsOf = (
  weights: Weights,
  comparison: ComparisonName,
  level: string | undefined,
): Bits => (level === undefined ? nothing : (weights.levels.get(key(comparison, level)) ?? nothing))
