import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePeople } from '../../../shared/matching/comparisons/compare-people.ts'
import {
  comparisonLevels,
  comparisonNames,
} from '../../../shared/matching/comparisons/comparisons.ts'
import { featuresOf } from '../../../shared/matching/normalise/person-features.ts'
import { children, person } from './arbitraries.ts'

const features = fc.tuple(person, children).map(([each, own]) => featuresOf(each, own))
const known: Readonly<Record<string, readonly string[]>> = comparisonLevels

describe('the findings of two people', () => {
  it('stand in the order in which they are weighed', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        expect(Object.keys(comparePeople(a, b).findings)).toEqual(comparisonNames)
      }),
    )
  })
})

describe.each(comparisonNames)('%s', (comparison) => {
  it('is symmetric, total, and answers with levels of its own', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const level = comparePeople(a, b).findings[comparison]
        expect(comparePeople(b, a).findings[comparison]).toBe(level)
        expect(level === undefined || known[comparison]?.includes(level)).toBe(true)
      }),
    )
  })

  it('finds the strongest agreement, or nothing to compare, between a person and themselves', () => {
    fc.assert(
      fc.property(features, (a) => {
        const level = comparePeople(a, a).findings[comparison]
        const worst = known[comparison]?.at(-1)
        // A name in one field is read as a guess, with itself too.
        fc.pre(!a.names.some(({ isReading }) => isReading))
        expect(level).not.toBe(worst)
      }),
    )
  })
})
