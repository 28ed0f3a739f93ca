import { comparePeople } from '../../shared/matching/comparisons/compare-people.ts'
import type { MatchModel } from '../../shared/matching/model.ts'
import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { raritiesOf } from '../../shared/matching/scoring/rarity.ts'
import type { Weights } from '../../shared/matching/scoring/weights.ts'
import { chanceLikelihoods, drawPairs } from './chance.ts'
import { type CandidatePairs, expect, type Rates } from './expectation.ts'
import { frequenciesOf } from './frequencies.ts'
import { householdLikelihoods, householdSums } from './households.ts'
import { type Likelihoods, likelihoodsOf, withLikelihoods } from './model-values.ts'
import { PatternTable, sharesOf } from './patterns.ts'

export type EstimateRequest = {
  readonly version: string
  readonly register: readonly PersonFeatures[]
  /** The same array as `register` when one file is linked to itself. */
  readonly queries: readonly PersonFeatures[]
  /** Positions in the register worth comparing with the query at this position; each pair once. */
  readonly candidatesOf: (query: number) => readonly number[]
  /** What is believed before looking: the model that this one replaces. */
  readonly prior: MatchModel
  /** From 0, up to and without 1. */
  readonly random: () => number
}

const rounds = 25
const mostQueries = 40_000

/** As if this many matches had been seen that compare as the prior says. */
const priorMatches = 20

/** Some subjects are never registered, and some live with those who are; no sample makes that impossible. */
const leastUnregistered = 0.02
const leastHousehold = 0.002

const comparePairs = (
  request: EstimateRequest,
  frequencies: Weights['frequencies'],
): CandidatePairs => {
  const { register, queries, candidatesOf, random } = request
  const table = new PatternTable()
  const share = Math.min(1, mostQueries / queries.length)
  const numbers: number[] = []
  const rarity: number[] = []
  const householdRarity: number[] = []
  const ends: number[] = []
  for (const [at, query] of queries.entries()) {
    if (share < 1 && random() >= share) continue
    for (const position of candidatesOf(at)) {
      const other = register[position]
      if (other === undefined) continue
      const comparison = comparePeople(query, other)
      const { given, family } = raritiesOf(comparison, { frequencies })
      numbers.push(table.numberOf(comparison))
      rarity.push(given.same + family.same)
      householdRarity.push(given.household + family.household)
    }
    ends.push(numbers.length)
  }
  return {
    patterns: table.patterns,
    numbers: Int32Array.from(numbers),
    rarity: Float32Array.from(rarity),
    householdRarity: Float32Array.from(householdRarity),
    ends: Int32Array.from(ends),
  }
}

/** Keeps room for subjects that nobody registered. */
const boundedRates = (expected: Rates, pairs: number, mostSame: number): Rates => {
  const same = Math.min(expected.same / pairs, mostSame * (1 - leastUnregistered))
  return { same, household: Math.max(expected.household / pairs, same * leastHousehold) }
}

/**
 * Estimates a model without labels. Chance agreement comes from random pairs, households from those who share a home in
 * the register, agreement of the same person's records by expectation and maximisation over the candidate pairs, all
 * other pairs counting as strangers.
 * @see Fellegi and Sunter 1969; Winkler 2000, EM for record linkage
 */
export const estimateModel = (request: EstimateRequest): MatchModel => {
  const { register, queries, prior, random, version } = request
  const isSelf = queries === register
  const before = likelihoodsOf(prior)
  const frequencies = frequenciesOf(register)
  const drawn = drawPairs(register, queries, random)
  const pairs = comparePairs(request, frequencies)
  // A file linked to itself gives each pair once, so half of all.
  const all = (pairs.ends.length * register.length) / (isSelf ? 2 : 1)
  const mostSame = isSelf ? 0.5 : 1 / register.length
  let rates: Rates = {
    same: mostSame * (isSelf ? 2 / register.length : 0.8),
    household: 1 / register.length / 5,
  }
  let likelihoods: Likelihoods = before
  const homes = householdSums(register)
  for (let round = 0; round < rounds; round += 1) {
    const { same } = likelihoods
    const chance = chanceLikelihoods(drawn, same, { rate: rates.same, prior: before.chance })
    const household = householdLikelihoods(homes, { same, chance, household: before.household })
    likelihoods = { same, chance, household }
    const { namesakePenalty } = prior
    const expected = expect(pairs, { likelihoods, rates, namesakePenalty }, !isSelf)
    rates = boundedRates(expected, all, mostSame)
    likelihoods = { ...likelihoods, same: sharesOf(expected.sums, before.same, priorMatches) }
  }
  const stranger = Math.max(1e-9, 1 - rates.same - rates.household)
  return {
    ...withLikelihoods(prior, likelihoods, frequencies),
    version,
    prior: { same: rates.same / stranger, household: rates.household / stranger },
  }
}
