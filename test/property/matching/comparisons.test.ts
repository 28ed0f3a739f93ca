import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparisonLevels,
  plainComparisons,
} from '../../../shared/matching/comparisons/comparisons.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { featuresOf } from '../../../shared/matching/normalise/person-features.ts'
import { isSameHuman } from '../../../shared/matching/scoring/same-human.ts'
import { scorePair } from '../../../shared/matching/scoring/score-pair.ts'
import { weightsOf } from '../../../shared/matching/scoring/weights.ts'
import type { Person } from '../../../shared/people/person.ts'
import { children, person } from './arbitraries.ts'

const moved: Person = {
  names: [],
  addresses: [{ houseNumber: '3', street: 'Quay', postcode: 'AB10 1XG' }],
  phones: ['07700 900999'],
  emails: ['other@example.org'],
  nhsNumbers: ['4010232137'],
}
const features = fc.tuple(person, children).map(([each, own]) => featuresOf(each, own))
const weights = weightsOf(defaultModel)
const known: Readonly<Record<string, readonly string[]>> = comparisonLevels

describe.each(plainComparisons)('%s', (comparison, compare) => {
  it('is symmetric, total, and answers with levels of its own', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const level = compare(a, b)
        expect(compare(b, a)).toBe(level)
        expect(level === undefined || known[comparison]?.includes(level)).toBe(true)
      }),
    )
  })

  it('finds the strongest agreement, or nothing to compare, between a person and themselves', () => {
    fc.assert(
      fc.property(features, (a) => {
        const level = compare(a, a)
        const worst = known[comparison]?.at(-1)
        expect(level).not.toBe(worst)
      }),
    )
  })
})

describe('a pair of people', () => {
  it('weighs the same from either side', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const there = scorePair(a, b, weights)
        const back = scorePair(b, a, weights)
        expect(back.weight).toBe(there.weight)
        expect(back.householdWeight).toBe(there.householdWeight)
        expect(isSameHuman(b, a)).toBe(isSameHuman(a, b))
      }),
    )
  })

  it('always has a finite weight', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        expect(Number.isFinite(scorePair(a, b, weights).weight)).toBe(true)
      }),
    )
  })

  it('loses weight when an agreement is taken away', () => {
    fc.assert(
      fc.property(features, (a) => {
        const whole = scorePair(a, a, weights).weight
        const elsewhere = featuresOf(moved)
        const { addresses, phones, emails, nhsNumbers } = elsewhere
        for (const change of [{ addresses }, { phones }, { emails }, { nhsNumbers }]) {
          expect(scorePair(a, { ...a, ...change }, weights).weight).toBeLessThanOrEqual(whole)
        }
      }),
    )
  })
})
