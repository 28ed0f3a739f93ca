import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceLikelihoods } from '../../../../cli/estimation/chance.ts'
import { expect as expectMatches } from '../../../../cli/estimation/expectation.ts'
import { fallingRatios, likelihoodsOf } from '../../../../cli/estimation/model-values.ts'
import {
  addPattern,
  type LevelValues,
  levelValues,
  PatternTable,
  sharesOf,
} from '../../../../cli/estimation/patterns.ts'
import { comparePeople } from '../../../../shared/matching/comparisons/compare-people.ts'
import { comparisonNames } from '../../../../shared/matching/comparisons/comparisons.ts'
import { defaultModel } from '../../../../shared/matching/default-model.ts'
import { featuresOf } from '../../../../shared/matching/normalise/person-features.ts'
import { children, person } from '../../../property/matching/arbitraries.ts'

const likelihoods = likelihoodsOf(defaultModel)
const features = fc.tuple(person, children).map(([each, own]) => featuresOf(each, own))

/** How often each level was seen: nothing, often, for some. */
const counts: fc.Arbitrary<LevelValues> = fc.tuple(
  ...levelValues().map(({ length }) =>
    fc
      .array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })), {
        minLength: length,
        maxLength: length,
      })
      .map((values) => Float64Array.from(values)),
  ),
)
const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, each) => sum + each, 0)

describe('shares of levels', () => {
  it('sum to one, whatever was seen', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 1e4 }), (sums, strength) => {
        for (const shares of sharesOf(sums, likelihoods.chance, strength)) {
          expect(sumOf(shares)).toBeCloseTo(1, 9)
          expect(Math.min(...shares)).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('are the prior’s where nothing was seen', () => {
    const shares = sharesOf(levelValues(), likelihoods.same, 20)
    for (const [at, prior] of likelihoods.same.entries())
      for (const [level, each] of prior.entries())
        expect(shares[at]?.[level]).toBeCloseTo(each / sumOf(prior), 12)
  })
})

describe('chance agreement', () => {
  it('is positive and sums to one, however many of the pairs were matches', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(counts, counts, rate, (drawn, seen, matches) => {
        const same = sharesOf(seen, likelihoods.same, 20)
        const chance = chanceLikelihoods(drawn, same, { rate: matches, prior: likelihoods.chance })
        for (const levels of chance) {
          expect(sumOf(levels)).toBeCloseTo(1, 9)
          expect(Math.min(...levels)).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('falling ratios', () => {
  const levels = fc.array(
    fc.record({
      ratio: fc.double({ min: -40, max: 40, noNaN: true }),
      count: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })),
    }),
    { minLength: 1, maxLength: 13 },
  )
  it('fall, keep their weighted mean, and leave what falls already', () => {
    fc.assert(
      fc.property(levels, (each) => {
        const ratios = each.map(({ ratio }) => ratio)
        const weights = each.map(({ count }) => Math.max(count, 1e-9))
        const falling = fallingRatios(
          ratios,
          each.map(({ count }) => count),
        )
        expect(falling).toHaveLength(ratios.length)
        for (const [at, ratio] of falling.slice(1).entries())
          expect(ratio).toBeLessThanOrEqual((falling[at] ?? 0) + 1e-9)
        const mean = (values: readonly number[]) =>
          sumOf(values.map((value, at) => value * (weights[at] ?? 0))) / sumOf(weights)
        expect(mean(falling)).toBeCloseTo(mean(ratios), 6)
        const again = fallingRatios(falling, weights)
        for (const [at, ratio] of again.entries()) expect(ratio).toBeCloseTo(falling[at] ?? 0, 9)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('patterns', () => {
  it('are one for the same findings from either side', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const table = new PatternTable()
        const number = table.numberOf(comparePeople(a, b))
        expect(table.numberOf(comparePeople(b, a))).toBe(number)
        expect(table.patterns).toHaveLength(1)
      }),
    )
  })

  it('add their weight to each level they hold, and to no other', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const { findings } = comparePeople(a, b)
        const table = new PatternTable()
        table.numberOf(comparePeople(a, b))
        const sums = levelValues()
        for (const pattern of table.patterns) addPattern(sums, pattern, 3)
        expect(sums.map((levels) => sumOf(levels))).toEqual(
          comparisonNames.map((name) => (findings[name] === undefined ? 0 : 3)),
        )
      }),
    )
  })
})

describe('expected matches', () => {
  it('of one query sum to at most one', () => {
    const others = fc.array(features, { minLength: 1, maxLength: 6 })
    const rate = fc.double({ min: 1e-8, max: 0.4, noNaN: true })
    fc.assert(
      fc.property(features, others, rate, (query, each, same) => {
        const table = new PatternTable()
        const numbers = each.map((other) => table.numberOf(comparePeople(query, other)))
        const expected = expectMatches(
          {
            patterns: table.patterns,
            numbers: Int32Array.from(numbers),
            rarity: new Float32Array(numbers.length),
            householdRarity: new Float32Array(numbers.length),
            ends: Int32Array.from([numbers.length]),
          },
          { likelihoods, rates: { same, household: same / 4 }, namesakePenalty: 6 },
          true,
        )
        expect(expected.same + expected.household).toBeLessThanOrEqual(1 + 1e-9)
        expect(Math.min(expected.same, expected.household)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
