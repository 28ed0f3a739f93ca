import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparisonNames } from '../../../shared/matching/comparisons/comparisons.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { featuresOf } from '../../../shared/matching/normalise/person-features.ts'
import { contest } from '../../../shared/matching/scoring/contest.ts'
import { explain } from '../../../shared/matching/scoring/explain.ts'
import { isSameHuman } from '../../../shared/matching/scoring/same-human.ts'
import { scorePair } from '../../../shared/matching/scoring/score-pair.ts'
import { bitsOf, weightsOf } from '../../../shared/matching/scoring/weights.ts'
import type { Person } from '../../../shared/people/person.ts'
import { children, person } from './arbitraries.ts'

const moved: Person = {
  names: [{ given: 'Trevor', family: 'Quillfeather' }],
  dateOfBirth: '1931-10-28',
  addresses: [{ houseNumber: '308', street: 'Quay', postcode: 'AB10 1XG' }],
  phones: ['07700 900999'],
  emails: ['other@mail.example'],
  nhsNumbers: ['4010232137'],
}
const elsewhere = featuresOf(moved)
const features = fc.tuple(person, children).map(([each, own]) => featuresOf(each, own))
const weights = weightsOf(defaultModel)

describe('a pair of people', () => {
  it('weighs the same from either side', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const there = scorePair(a, b, weights)
        const back = scorePair(b, a, weights)
        expect(back).toEqual(there)
        expect(isSameHuman(b, a)).toBe(isSameHuman(a, b))
      }),
    )
  })

  it('always has a finite weight', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const { weight, householdWeight } = scorePair(a, b, weights)
        expect(Number.isFinite(weight)).toBe(true)
        expect(Number.isFinite(householdWeight)).toBe(true)
      }),
    )
  })

  it.each(['names', 'dateOfBirth', 'addresses', 'phones', 'emails', 'identifiers'] as const)(
    'loses weight when other %s take the place of those that agree',
    (field) => {
      fc.assert(
        fc.property(features, (a) => {
          fc.pre(JSON.stringify(a[field] ?? []) !== '[]')
          const whole = scorePair(a, a, weights).weight
          const changed = { ...a, [field]: elsewhere[field] }
          expect(scorePair(a, changed, weights).weight).toBeLessThanOrEqual(whole)
        }),
      )
    },
  )

  it('gains nothing when a level falls to the last', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const { findings } = scorePair(a, b, weights)
        const found = bitsOf(weights, findings)
        for (const [at, name] of comparisonNames.entries()) {
          if (findings[name] === undefined) continue
          const last = defaultModel.comparisons[name].levels.at(-1)?.level ?? ''
          expect(found[at]?.same).toBeGreaterThanOrEqual(
            weights.levels[at]?.get(last)?.same ?? Number.POSITIVE_INFINITY,
          )
        }
      }),
    )
  })

  it('is explained to the last bit, with what the alternatives take', () => {
    fc.assert(
      fc.property(features, features, (a, b) => {
        const score = scorePair(a, b, weights)
        const [against = { household: 0, rivals: 0 }] = contest([score])
        const bits = explain(score, against, weights).map((line) => line.bits)
        expect(bits.reduce((sum, bit) => sum + bit, 0)).toBe(
          score.weight + against.household + against.rivals,
        )
      }),
    )
  })
})
