import { isNamesake } from '../../shared/matching/scoring/score-pair.ts'
import type { Likelihoods } from './model-values.ts'
import { addPattern, type LevelValues, levelValues, type Pattern } from './patterns.ts'

/**
 * Pairs worth asking about, pattern by pattern, in the order of their queries. `ends[q]` is where query q's pairs end.
 * `rarity` are bits by which an agreement is rarer or commoner than its level's average.
 */
export type CandidatePairs = {
  readonly patterns: readonly Pattern[]
  readonly numbers: Int32Array
  readonly rarity: Float32Array
  readonly householdRarity: Float32Array
  readonly ends: Int32Array
}

/** Shares of all pairs that are matches, and that are two people of one household. */
export type Rates = { readonly same: number; readonly household: number }

export type Expected = {
  readonly sums: LevelValues
  readonly same: number
  readonly household: number
}

/** What is believed of all pairs for now. `namesakePenalty` is the model's. */
export type Belief = {
  readonly likelihoods: Likelihoods
  readonly rates: Rates
  readonly namesakePenalty: number
}

const bitsOf = ({ codes }: Pattern, likelihoods: LevelValues, chance: LevelValues): number =>
  codes.reduce((sum, code, at) => {
    if (code < 0) return sum
    return sum + Math.log2((likelihoods[at]?.[code] ?? 1) / (chance[at]?.[code] ?? 1))
  }, 0)

const oddsOf = (
  patterns: readonly Pattern[],
  { likelihoods: { same, chance, household }, rates, namesakePenalty }: Belief,
): { readonly same: Float64Array; readonly household: Float64Array } => {
  const stranger = Math.max(1e-9, 1 - rates.same - rates.household)
  const sameOdds = Math.log2(rates.same / stranger)
  const householdOdds = Math.log2(rates.household / stranger)
  return {
    same: Float64Array.from(patterns, (each) => sameOdds + bitsOf(each, same, chance)),
    household: Float64Array.from(
      patterns,
      (each) =>
        householdOdds +
        bitsOf(each, household, chance) -
        (isNamesake(each.findings) ? namesakePenalty : 0),
    ),
  }
}

/** Odds of each pair, against a stranger. */
const pairOdds = (
  { patterns, numbers, rarity, householdRarity }: CandidatePairs,
  belief: Belief,
): { readonly same: Float64Array; readonly household: Float64Array } => {
  const odds = oddsOf(patterns, belief)
  const of = (bits: Float64Array, extra: Float32Array): Float64Array =>
    Float64Array.from(numbers, (number, at) => 2 ** ((bits[number] ?? 0) + (extra[at] ?? 0)))
  return { same: of(odds.same, rarity), household: of(odds.household, householdRarity) }
}

/** What each pair's odds are divided by: all that the query might be, or, standing alone, all that the pair might be. */
const totalsOf = (
  { same, household }: { readonly same: Float64Array; readonly household: Float64Array },
  ends: Int32Array,
  isExclusive: boolean,
): Float64Array => {
  const totals = same.map((odds, at) => 1 + odds + (household[at] ?? 0))
  if (!isExclusive) return totals
  let from = 0
  for (const end of ends) {
    const sum = totals.subarray(from, end).reduce((all, total) => all + total - 1, 1)
    totals.fill(sum, from, end)
    from = end
  }
  return totals
}

/**
 * The expected number of matches at each level, given what is believed. Where a query has one true record at most
 * (`isExclusive`), its pairs compete; else each pair stands alone. Rates are of all pairs, candidates or not: those that
 * no key led to count as strangers.
 */
export const expect = (pairs: CandidatePairs, belief: Belief, isExclusive: boolean): Expected => {
  const odds = pairOdds(pairs, belief)
  const totals = totalsOf(odds, pairs.ends, isExclusive)
  const weights = new Float64Array(pairs.patterns.length)
  let household = 0
  for (const [at, total] of totals.entries()) {
    const number = pairs.numbers[at] ?? 0
    weights[number] = (weights[number] ?? 0) + (odds.same[at] ?? 0) / total
    household += (odds.household[at] ?? 0) / total
  }
  const sums = levelValues()
  for (const [number, pattern] of pairs.patterns.entries())
    addPattern(sums, pattern, weights[number] ?? 0)
  return { sums, same: weights.reduce((all, each) => all + each, 0), household }
}
