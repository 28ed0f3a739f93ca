import { describe, expect, it } from 'vitest'
import { drawPairs } from '../../../../cli/estimation/chance.ts'
import { frequenciesOf } from '../../../../cli/estimation/frequencies.ts'
import { householdLikelihoods, householdSums } from '../../../../cli/estimation/households.ts'
import { likelihoodsOf } from '../../../../cli/estimation/model-values.ts'
import type { LevelValues } from '../../../../cli/estimation/patterns.ts'
import { createRandom } from '../../../../local/people/random.ts'
import {
  type ComparisonName,
  comparisonLevels,
  comparisonNames,
} from '../../../../shared/matching/comparisons/comparisons.ts'
import { defaultModel } from '../../../../shared/matching/default-model.ts'
import { featuresOf } from '../../../../shared/matching/normalise/person-features.ts'
import type { Person } from '../../../../shared/people/person.ts'
import { aPerson, aStranger } from '../../matching/a-person.ts'
import { plantPeople } from './planted-people.ts'

const shareAt = <Name extends ComparisonName>(
  values: LevelValues,
  name: Name,
  level: (typeof comparisonLevels)[Name][number],
): number | undefined => {
  const levels: readonly string[] = comparisonLevels[name]
  return values[comparisonNames.indexOf(name)]?.[levels.indexOf(level)]
}
const sumsOf = (values: LevelValues): readonly number[] =>
  values.map((levels) => levels.reduce((sum, each) => sum + each, 0))
const features = (...people: readonly Person[]) => people.map((person) => featuresOf(person))

describe('pairs drawn', () => {
  it('are all there are, where there are few', () => {
    const people = features(aPerson(), aPerson({ sex: 'M' }), aStranger())
    const queries = features(aPerson(), aPerson())
    const drawn = drawPairs(people, queries, createRandom(1).fraction)
    expect(shareAt(drawn, 'given-name', 'exact')).toBe(6)
    expect(shareAt(drawn, 'sex', 'same')).toBe(2)
    expect(shareAt(drawn, 'sex', 'different')).toBe(2)
    expect(shareAt(drawn, 'phone', 'same')).toBe(4)
  })

  it('are never a record and itself', () => {
    const people = features(aPerson(), aPerson(), aPerson())
    const drawn = drawPairs(people, people, createRandom(1).fraction)
    expect(shareAt(drawn, 'given-name', 'exact')).toBe(6)
  })
})

describe('frequencies of names', () => {
  const named = (given: string, family: string, count: number) =>
    Array.from({ length: count }, () => aStranger({ names: [{ given, family }] }))
  const people = features(
    ...named('Ann', 'Khan', 6),
    ...named('Bea', 'Khan', 3),
    ...named('Cat', 'Lee', 1),
  )
  const found = frequenciesOf(people)

  it('list the names that were seen three times at least', () => {
    expect(found['given-name']?.values).toEqual({ ann: 0.6, bea: 0.3 })
    expect(found['family-name']?.values).toEqual({ khan: 0.9 })
    expect(found['given-name']?.unlisted).toBeCloseTo(0.3, 12)
  })

  it('hold the chance that two people agree, and whether relatives do', () => {
    expect(found['given-name']).toMatchObject({ inherited: false })
    expect(found['given-name']?.average).toBeCloseTo(0.36 + 0.09 + 0.01, 12)
    expect(found['family-name']).toMatchObject({ inherited: true })
  })

  it('are none where nobody has a name', () => {
    expect(frequenciesOf(features(aStranger({ names: [] })))['given-name']).toBeUndefined()
  })
})

describe('people of one household', () => {
  const { register } = plantPeople(5)
  const { same, chance, household } = likelihoodsOf(defaultModel)
  const sums = householdSums(register)
  const likelihoods = householdLikelihoods(sums, { same, chance, household })

  it('are those who share a home and are plainly two', () => {
    expect(shareAt(sums, 'address', 'home')).toBeGreaterThan(170)
    expect(shareAt(sums, 'address', 'home')).toBeLessThanOrEqual(210)
    expect(shareAt(sums, 'given-name', 'exact')).toBe(0)
    expect(shareAt(sums, 'date-of-birth', 'exact')).toBe(0)
  })

  it('mostly share a family name, as planted, and an address as the person would', () => {
    expect(shareAt(likelihoods, 'family-name', 'exact')).toBeGreaterThan(0.6)
    expect(shareAt(likelihoods, 'address', 'home')).toBe(shareAt(same, 'address', 'home'))
  })

  it('have forenames and birth dates that agree hardly oftener than by chance', () => {
    for (const [name, level] of [
      ['given-name', 'exact'],
      ['date-of-birth', 'exact'],
    ] as const) {
      const found = shareAt(likelihoods, name, level) ?? 0
      expect(found).toBeGreaterThan(shareAt(chance, name, level) ?? 1)
      expect(found).toBeLessThan(0.03)
    }
  })

  it('are counted in shares that sum to one where they are counted', () => {
    const counted = new Set<ComparisonName>(['family-name', 'identifier', 'phone', 'email', 'sex'])
    for (const [at, sum] of sumsOf(likelihoods).entries())
      if (counted.has(comparisonNames[at] ?? 'address')) expect(sum).toBeCloseTo(1, 9)
  })

  it('are nobody in a register of people without homes', () => {
    const lone = features(aStranger(), aStranger({ addresses: [{ postcode: 'LS6 2AB' }] }))
    expect(sumsOf(householdSums(lone)).every((sum) => sum === 0)).toBe(true)
  })
})
