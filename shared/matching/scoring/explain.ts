import {
  areOfChildren,
  type ComparisonName,
  comparisonOrder,
  ofAdultsAlone,
} from '../comparisons/comparisons.ts'
import type { Alternatives } from './contest.ts'
import { isNamesake, type PairScore } from './score-pair.ts'
import { bitsOf, type Weights } from './weights.ts'

/** One line of a waterfall. Levels are words of ours; a value from anybody's record never appears. */
export type ExplanationLine = {
  readonly comparison: string
  readonly level: string
  readonly bits: number
}

const rarityLine = (comparison: ComparisonName, bits: number): readonly ExplanationLine[] =>
  bits === 0
    ? []
    : [{ comparison: `${comparison}-rarity`, level: bits < 0 ? 'common' : 'rare', bits }]

/** The prior, then every finding, then the alternatives; the bits sum to the weight exactly, in any order. */
export const explain = (
  { findings, rarities, crowds = [], weight, householdWeight, givenBack }: PairScore,
  { household, rivals }: Alternatives,
  weights: Weights,
): readonly ExplanationLine[] => {
  const isOfChild = areOfChildren(findings)
  return [
    { comparison: 'prior', level: 'before-looking', bits: weights.prior.same },
    ...bitsOf(weights, findings).flatMap(({ same }, at) => {
      const comparison = comparisonOrder[at]
      if (comparison === undefined || (isOfChild && ofAdultsAlone.has(comparison))) return []
      return [{ comparison, level: findings[comparison] ?? 'not-compared', bits: same }]
    }),
    ...rarityLine('given-name', rarities.given.same),
    ...rarityLine('family-name', rarities.family.same),
    ...(givenBack === 0
      ? []
      : [{ comparison: 'changed-together', level: 'one-change', bits: givenBack }]),
    ...crowds.map(({ comparison, bits }) => ({
      comparison: `${comparison}-crowd`,
      level: 'shared-by-many',
      bits,
    })),
    {
      comparison: 'household',
      level: householdWeight > weight && !isNamesake(findings) ? 'likelier' : 'possible',
      bits: household,
    },
    { comparison: 'other-candidates', level: rivals < -1 ? 'close' : 'far', bits: rivals },
  ]
}
