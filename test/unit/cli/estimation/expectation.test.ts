import { describe, expect, it } from 'vitest'
import {
  type CandidatePairs,
  expect as expectMatches,
} from '../../../../cli/estimation/expectation.ts'
import { likelihoodsOf } from '../../../../cli/estimation/model-values.ts'
import { PatternTable } from '../../../../cli/estimation/patterns.ts'
import { comparePeople } from '../../../../shared/matching/comparisons/compare-people.ts'
import { comparisonNames } from '../../../../shared/matching/comparisons/comparisons.ts'
import { defaultModel } from '../../../../shared/matching/default-model.ts'
import { featuresOf } from '../../../../shared/matching/normalise/person-features.ts'
import type { Person } from '../../../../shared/people/person.ts'
import { aPerson, aStranger } from '../../matching/a-person.ts'

const likelihoods = likelihoodsOf(defaultModel)
const rates = { same: 1e-4, household: 1e-4 }
const { namesakePenalty } = defaultModel
const belief = { likelihoods, rates, namesakePenalty }

/** One list of others for each query, every query the same person. */
const pairsOf = (...lists: readonly (readonly Person[])[]): CandidatePairs => {
  const table = new PatternTable()
  const numbers = lists
    .flat()
    .map((other) => table.numberOf(comparePeople(featuresOf(aPerson()), featuresOf(other))))
  let end = 0
  return {
    patterns: table.patterns,
    numbers: Int32Array.from(numbers),
    rarity: new Float32Array(numbers.length),
    householdRarity: new Float32Array(numbers.length),
    ends: Int32Array.from(lists, ({ length }) => (end += length)),
  }
}
const twin = aPerson({ names: [{ given: 'Beatrice', family: 'Thackeray' }] })
const other = aStranger({ names: [{ given: 'Imran', family: 'Khan' }], dateOfBirth: '1961-02-11' })

describe('expected matches', () => {
  it('of one query sum to at most one, where it has one true record at most', () => {
    const pairs = pairsOf([aPerson(), aPerson(), aPerson({ phones: [] }), twin, other])
    const { same, household } = expectMatches(pairs, belief, true)
    expect(same).toBeGreaterThan(0.99)
    expect(same + household).toBeLessThanOrEqual(1)
  })

  it('of several queries sum to at most their number, each query by itself', () => {
    const pairs = pairsOf([aPerson(), aPerson()], [], [other], [aPerson()])
    const { same, household } = expectMatches(pairs, belief, true)
    expect(same).toBeGreaterThan(1.99)
    expect(same + household).toBeLessThanOrEqual(2 + 1e-2)
  })

  it('stand alone where a query may have several', () => {
    const pairs = pairsOf([aPerson(), aPerson(), other])
    expect(expectMatches(pairs, belief, false).same).toBeCloseTo(2, 2)
  })

  it('count at the levels that were found, as often as matches are expected', () => {
    const { sums, same } = expectMatches(pairsOf([aPerson(), other]), belief, true)
    const at = comparisonNames.indexOf('phone')
    expect(sums[at]?.[0]).toBeCloseTo(same, 4)
    for (const levels of sums)
      expect(levels.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(same + 1e-9)
  })

  it('are fewer where agreement is common', () => {
    const pairs = pairsOf([aStranger()])
    const common = { ...pairs, rarity: Float32Array.from([-5]) }
    const { same } = expectMatches(pairs, belief, true)
    expect(expectMatches(common, belief, true).same).toBeLessThan(same)
  })
})
