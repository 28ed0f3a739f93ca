import type { Evidence } from './evidence.ts'
import type { Weights } from './weights.ts'

/** One line of a waterfall. Levels are words of ours; a value from anybody's record never appears. */
export type ExplanationLine = {
  readonly comparison: string
  readonly level: string
  readonly bits: number
}

const linesOf = ({ comparison, level, bits, rarity }: Evidence): readonly ExplanationLine[] => {
  const line = { comparison, level: level ?? 'not-compared', bits: bits.same }
  if (rarity === undefined || rarity.same === 0) return [line]
  const rarityLevel = rarity.same < 0 ? 'common' : 'rare'
  return [line, { comparison: `${comparison}-rarity`, level: rarityLevel, bits: rarity.same }]
}

/** The prior, then every finding; the bits sum to the weight exactly, in any order. */
export const explain = (
  evidence: readonly Evidence[],
  weights: Weights,
): readonly ExplanationLine[] => [
  { comparison: 'prior', level: 'before-looking', bits: weights.prior.same },
  ...evidence.flatMap(linesOf),
]
