import { describe, expect, it } from 'vitest'
import { childComparisons } from '../../../shared/matching/child-comparisons.ts'
import type { AdultOfChild, ChildFacts } from '../../../shared/matching/child-facts.ts'
import { childModelOf } from '../../../shared/matching/child-model.ts'
import { comparePeople } from '../../../shared/matching/comparisons/compare-people.ts'
import {
  childComparisonLevels,
  childComparisonNames,
  comparisonNames,
} from '../../../shared/matching/comparisons/comparisons.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { matchModelSchema } from '../../../shared/matching/model-schema.ts'
import { birthSpanOf, yearsOf } from '../../../shared/matching/normalise/birth-span.ts'
import { featuresOfChild } from '../../../shared/matching/normalise/features-of-child.ts'
import { aFaintChild, mother, partner } from './a-child.ts'

const found = (a: Partial<ChildFacts>, b: Partial<ChildFacts>) => {
  const [one, other] = [featuresOfChild(aFaintChild(a)), featuresOfChild(aFaintChild(b))]
  const { findings } = comparePeople(one, other)
  expect(comparePeople(other, one).findings).toEqual(findings)
  return findings
}
const given = (name: string): Partial<ChildFacts> => ({ names: [{ given: name, family: 'Lee' }] })

describe('the own name of a child', () => {
  it.each([
    ['Percy', 'Percy', 'itself'],
    ['Percy James', 'Percy', 'itself'],
    ['Percy James', 'Percy J', 'itself'],
    ['Muhammad', 'Mohammed', 'itself'],
    ['Benjamin', 'Ben', 'other-form'],
    ['Aisha', 'Ayesha', 'other-form'],
    ['Yusuf', 'Mohammed Yusuf', 'other-form'],
    ['Mohammed', 'Mohammed Yusuf', 'unsaid'],
    ['Maria', 'Maria Anna', 'unsaid'],
    ['P', 'Percy', 'unsaid'],
    ['Jade', 'Jada', 'like'],
    ['Emma', 'Emily', 'like'],
    ['Clare', 'Clara', 'like'],
    ['Mohammed Hassan', 'Mohammed Hussain', 'named-apart'],
    ['Percy James', 'Percy Alan', 'named-apart'],
    ['Percy', 'Hanna', 'another'],
  ])('%s and %s: %s', (a, b, level) => {
    expect(found(given(a), given(b))['own-name']).toBe(level)
  })

  it('is not compared where one side has none', () => {
    expect(found(given('Baby'), given('Percy'))['own-name']).toBeUndefined()
  })

  it('is not one that is the family name of the other side, unless the rest agrees', () => {
    const shifted = { names: [{ given: 'Guzman', family: 'Antonia De' }] }
    const registered = { names: [{ given: 'Antonio', family: 'De Guzman' }] }
    expect(found(shifted, registered)['own-name']).not.toBe('itself')
    const exchanged = { names: [{ given: 'Lee', family: 'Percy' }] }
    expect(found(exchanged, given('Percy'))['own-name']).toBe('itself')
  })
})

describe('an age', () => {
  const age = (years: number): Partial<ChildFacts> => ({ age: { years, on: '2026-11-26' } })

  it.each([
    ['2018-11-26', 'same'],
    ['2017-11-27', 'same'],
    ['2018-11-27', 'near'],
    ['2016-11-26', 'near'],
    ['2016-11-20', 'different'],
    ['2018', 'same'],
    ['2018-12', 'near'],
    ['2018-01-01', 'same'],
  ])('of eight agrees with a birth on %s: %s', (dateOfBirth, level) => {
    expect(found(age(8), { dateOfBirth }).age).toBe(level)
  })

  it('says nothing beside a date, and nothing of no date', () => {
    expect(
      found({ ...age(8), dateOfBirth: '2018-02-13' }, { dateOfBirth: '2018-02-13' }).age,
    ).toBeUndefined()
    expect(found(age(8), {}).age).toBeUndefined()
    expect(
      found({ age: { years: 8, on: 'today' } }, { dateOfBirth: '2018-02-13' }).age,
    ).toBeUndefined()
  })

  it('leaves two years of birth', () => {
    const span = birthSpanOf(undefined, { years: 8, on: '2026-11-26' })
    expect(span && yearsOf(span)).toEqual(['2018', '2017'])
  })
})

describe('the adults of a child', () => {
  const adults = (...list: readonly AdultOfChild[]): Partial<ChildFacts> => ({ adults: list })
  const father = {
    names: [{ given: 'Eryk', family: 'Pelz' }],
    dateOfBirth: '1988-06-17',
    relationship: 'FATHER',
  }
  const stepmother = {
    names: [{ given: 'Joan', family: 'Quist' }],
    dateOfBirth: '1985-08-19',
    relationship: 'MOTHER',
  }

  it.each<[string, readonly AdultOfChild[], readonly AdultOfChild[], string | undefined]>([
    ['two agree', [mother, father], [father, mother], 'two-adults'],
    ['one of two agrees', [mother, partner], [father, mother], 'full-name-and-date'],
    [
      'one married since',
      [{ ...mother, names: [{ given: 'Magda', family: 'Quist' }] }],
      [mother],
      'name-and-date',
    ],
    ['one is named alone', [{ names: mother.names }], [mother], 'full-name'],
    ['one is dated alone', [{ names: [], dateOfBirth: mother.dateOfBirth }], [mother], 'date'],
    ['a partner is unknown', [partner], [mother, father], 'different'],
    ['there are two mothers', [stepmother], [mother, father], 'another-parent'],
    ['nobody is named', [], [mother], undefined],
  ])('where %s', (...[, a, b, level]) => {
    expect(found(adults(...a), adults(...b)).adults).toBe(level)
  })
})

describe('the model for children', () => {
  it('is the model of adults in everything that is not restated', () => {
    const { comparisons } = childModelOf(defaultModel)
    for (const name of ['identifier', 'name-form'] as const)
      expect(comparisons[name]).toEqual(defaultModel.comparisons[name])
    for (const name of comparisonNames)
      expect(comparisons[name].levels.map(({ m }) => m)).toEqual(
        defaultModel.comparisons[name].levels.map(({ m }) => m),
      )
    expect(matchModelSchema.safeParse(childModelOf(defaultModel)).success).toBe(true)
  })

  it('never tells one child of a family by what all of them share', () => {
    const { comparisons } = childModelOf(defaultModel)
    const adults = childComparisons[childComparisonNames.indexOf('adults')]
    const shared = [comparisons['family-name'], comparisons.address, comparisons.town, adults]
    const levels = shared.flatMap((each) => each?.levels ?? [])
    expect(levels.filter(({ level, m, h }) => h < m && level !== 'another-parent')).toEqual([])
  })

  it('takes a name to be as common as it is among children or adults, whichever is more', () => {
    const values = childModelOf(defaultModel).comparisons['given-name'].frequency?.values
    expect([values?.['olivia'], values?.['david']]).toEqual([0.0075, 0.021])
  })

  it('weighs every level of what only children have', () => {
    expect(childComparisons.map(({ levels }) => levels.map(({ level }) => level))).toEqual(
      childComparisonNames.map((name) => [...childComparisonLevels[name]]),
    )
  })
})
