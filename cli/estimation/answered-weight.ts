import { comparisonNames } from '../../shared/matching/comparisons/comparisons.ts'
import type { Weights } from '../../shared/matching/scoring/weights.ts'
import type { ReviewAnswer } from './review-answer.ts'

/** Log2 odds that an answered candidate is the subject, by the bits that the prior is shifted. */
export type WeightAt = (shift: number) => number

/**
 * Weighs an answered candidate again by a model. Its levels count as that model says; rarity and household count as they
 * were recorded. A shifted prior lifts the rivals with the candidate, so the weight follows it only in part.
 * @see contest in ../scoring/contest.ts, which this turns round
 */
export const weightAtOf = ({ levels, bits }: ReviewAnswer, weights: Weights): WeightAt => {
  const evidence = comparisonNames.reduce((sum, name, at) => {
    const level = levels[name]
    return sum + (level === undefined ? 0 : (weights.levels[at]?.get(level)?.same ?? 0))
  }, bits.rarity)
  const households = 2 ** -bits.household
  const rivals = households * (2 ** -bits.rivals - 1) * 2 ** (weights.prior.same - bits.prior)
  return (shift) =>
    weights.prior.same + shift + evidence - Math.log2(households + rivals * 2 ** shift)
}
