import { comparisonLevels, comparisonNames } from '../../shared/matching/comparisons/comparisons.ts'
import type { ComparisonModel, FrequencyModel, MatchModel } from '../../shared/matching/model.ts'
import type { LevelValues } from './patterns.ts'

/** Likelihoods of every level: among the same person's records, strangers, and people of one household. */
export type Likelihoods = {
  readonly same: LevelValues
  readonly chance: LevelValues
  readonly household: LevelValues
}

/** The likelihoods that a model holds, in the order of {@link comparisonNames}. */
export const likelihoodsOf = (model: MatchModel): Likelihoods => {
  const take = (side: 'm' | 'u' | 'h'): LevelValues =>
    comparisonNames.map((name) =>
      Float64Array.from(comparisonLevels[name], (level) => {
        const found = model.comparisons[name].levels.find((each) => each.level === level)
        return found?.[side] ?? 0
      }),
    )
  return { same: take('m'), chance: take('u'), household: take('h') }
}

/** Levels that a missing part brings about; they stand beside the scale of the others, not on it. */
const offScale = new Set([
  'known-parts',
  'year',
  'home-in-part',
  'place',
  'current',
  'former',
  'exchanged',
  'former-exchanged',
])

/**
 * Pools neighbouring levels until their ratios fall from the strongest to the weakest: more agreement may never weigh
 * less, whatever a small sample says. Each level counts by how often it was seen.
 * @see pool adjacent violators, isotonic regression
 */
export const fallingRatios = (
  ratios: readonly number[],
  counts: readonly number[],
): readonly number[] => {
  const pools: { sum: number; weight: number; size: number }[] = []
  for (const [at, ratio] of ratios.entries()) {
    const weight = Math.max(counts[at] ?? 0, 1e-9)
    pools.push({ sum: ratio * weight, weight, size: 1 })
    for (let last = pools.at(-1), before = pools.at(-2); last && before; ) {
      if (before.sum / before.weight >= last.sum / last.weight) break
      before.sum += last.sum
      before.weight += last.weight
      before.size += last.size
      pools.pop()
      last = pools.at(-1)
      before = pools.at(-2)
    }
  }
  return pools.flatMap(({ sum, weight, size }) => Array.from({ length: size }, () => sum / weight))
}

const round = (value: number): number => Number(value.toPrecision(6))

/** A model with new likelihoods, priors and frequencies, the rest as it was. */
export const withLikelihoods = (
  model: MatchModel,
  { same, chance, household }: Likelihoods,
  frequencies: Readonly<Record<string, FrequencyModel | undefined>>,
): MatchModel => {
  const comparisons = Object.fromEntries(
    comparisonNames.map((name, at): [string, ComparisonModel] => {
      const before = model.comparisons[name]
      const u = [...(chance[at] ?? [])]
      const m = [...(same[at] ?? [])]
      const bits = m.map((each, level) => Math.log2(each / (u[level] ?? 1)))
      const scale = comparisonLevels[name].flatMap((level, index) =>
        offScale.has(level) ? [] : [index],
      )
      const falling = [...bits]
      const pooled = fallingRatios(
        scale.map((index) => bits[index] ?? 0),
        scale.map((index) => m[index] ?? 0),
      )
      for (const [order, index] of scale.entries()) falling[index] = pooled[order] ?? 0
      const frequency = frequencies[name]
      return [
        name,
        {
          ...before,
          levels: comparisonLevels[name].map((level, index) => ({
            level,
            m: round((u[index] ?? 1) * 2 ** (falling[index] ?? 0)),
            u: round(u[index] ?? 1),
            h: round(household[at]?.[index] ?? 1),
          })),
          ...(frequency !== undefined && { frequency }),
        },
      ]
    }),
  )
  return { ...model, comparisons: comparisons as MatchModel['comparisons'] }
}
