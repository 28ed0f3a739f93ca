import { describe, expect, it } from 'vitest'
import { compareAddresses } from '../../../shared/matching/comparisons/address.ts'
import { compareChildren } from '../../../shared/matching/comparisons/children.ts'
import { compareDatesOfBirth } from '../../../shared/matching/comparisons/date-of-birth.ts'
import { compareFamilyNames } from '../../../shared/matching/comparisons/family-name.ts'
import { compareGivenNames } from '../../../shared/matching/comparisons/given-name.ts'
import { compareShared } from '../../../shared/matching/comparisons/shared-value.ts'
import { addressFeaturesOf } from '../../../shared/matching/normalise/address-features.ts'
import { childFeaturesOf } from '../../../shared/matching/normalise/child-features.ts'
import { datePartsOf } from '../../../shared/matching/normalise/date-parts.ts'
import {
  type NameFeatures,
  nameFeaturesOf,
} from '../../../shared/matching/normalise/name-features.ts'

const nobody: NameFeatures = { given: undefined, givens: [], family: undefined, families: [] }

describe('given names', () => {
  it.each([
    ['Sarah', 'SARAH', 'exact'],
    ['Sarah Jane', 'Sarah', 'exact'],
    ['Mary Ann', 'Maryann', 'exact'],
    ['Bob', 'Robert', 'nickname'],
    ['Muhammad', 'Mohd', 'nickname'],
    ['Aneeka', 'Aneekah', 'close'],
    ['Rosalind', 'Rosalnid', 'close'],
    ['S', 'Sarah', 'initial'],
    ['S', 'S', 'initial'],
    ['Mohammed Yusuf', 'Yusuf', 'other-given'],
    ['Sarah', 'Trevor', 'different'],
    ['Baby', 'Sarah', undefined],
  ])('%s and %s: %s', (a, b, level) => {
    const one = nameFeaturesOf({ given: a }) ?? nobody
    const other = nameFeaturesOf({ given: b }) ?? nobody
    expect(compareGivenNames(one, other)).toBe(level)
    expect(compareGivenNames(other, one)).toBe(level)
  })
})

describe('family names', () => {
  it.each([
    ['Smith', 'smith', 'exact'],
    ['Smith-Jones', 'Smith Jones', 'exact'],
    ['Smith-Jones', 'Smith', 'barrel'],
    ['Smith-Jones', 'Jones', 'barrel'],
    ['Kowalski', 'Kowalska', 'close'],
    ['Ivanov', 'Ivanova', 'close'],
    ['Thackeray', 'Thackery', 'close'],
    ['Van Dyke', 'Van Halen', 'different'],
    ['Khan', 'Patel', 'different'],
    ['Unknown', 'Patel', undefined],
  ])('%s and %s: %s', (a, b, level) => {
    const one = nameFeaturesOf({ family: a }) ?? nobody
    const other = nameFeaturesOf({ family: b }) ?? nobody
    expect(compareFamilyNames(one, other)).toBe(level)
    expect(compareFamilyNames(other, one)).toBe(level)
  })
})

describe('dates of birth', () => {
  it.each([
    ['1984-07-23', '1984-07-23', 'exact'],
    ['1984-07', '1984-07-23', 'year-and-month'],
    ['1984', '1984-07-23', 'year'],
    ['1984-01-01', '1984-07-23', 'year'],
    ['1984-01-01', '1984-01-01', 'year'],
    ['1984-07-03', '1984-03-07', 'day-month-swapped'],
    ['1984-07-23', '1948-07-23', 'one-edit'],
    ['1984-07-23', '1984-07-25', 'one-edit'],
    ['1984-07-23', '1984-07-09', 'two-of-three'],
    ['1984-07-23', '1984-08-09', 'near'],
    ['1984-07-23', '1961-02-11', 'different'],
    ['1984', '1985-07-23', 'different'],
    ['1984-06', '1984-07-23', 'different'],
    [undefined, '1984-07-23', undefined],
  ])('%s and %s: %s', (a, b, level) => {
    expect(compareDatesOfBirth(datePartsOf(a), datePartsOf(b))).toBe(level)
    expect(compareDatesOfBirth(datePartsOf(b), datePartsOf(a))).toBe(level)
  })
})

describe('lists of numbers', () => {
  it.each([
    [['1', '2'], ['2'], 'same'],
    [['1'], ['2'], 'different'],
    [[], ['2'], undefined],
  ])('%j and %j: %s', (a, b, level) => {
    expect(compareShared(a, b)).toBe(level)
  })
})

describe('addresses', () => {
  const home = { houseNumber: '14', street: 'Millbrook Road', postcode: 'LS6 2AB', uprn: '77' }
  it.each([
    ['one property', { uprn: '77' }, 'property'],
    ['postcode and number', { houseNumber: '14', postcode: 'ls62ab' }, 'postcode-and-number'],
    ['number and street', { houseNumber: '14', street: 'Milbrook Rd' }, 'number-and-street'],
    ['postcode alone', { houseNumber: '9', postcode: 'LS6 2AB' }, 'postcode'],
    ['street alone', { street: 'Millbrook Road' }, 'street'],
    ['outward code alone', { houseNumber: '9', postcode: 'LS6 9ZZ' }, 'area'],
    ['another place', { houseNumber: '1', street: 'Quay', postcode: 'PL1 1AA' }, 'different'],
    ['no fixed abode', { postcode: 'ZZ99 3VZ' }, undefined],
  ])('%s', (_, other, level) => {
    expect(compareAddresses([addressFeaturesOf(home)], [addressFeaturesOf(other)])).toBe(level)
  })

  it('takes the best of both histories', () => {
    const elsewhere = addressFeaturesOf({ houseNumber: '1', street: 'Quay', postcode: 'PL1 1AA' })
    const here = addressFeaturesOf(home)
    expect(compareAddresses([elsewhere, here], [here])).toBe('property')
  })

  it('takes two flats of one house for two homes', () => {
    const flat = (unit: string) =>
      addressFeaturesOf({
        houseNumber: `Flat ${unit}, 14`,
        street: 'Mill Road',
        postcode: 'LS6 2AB',
      })
    expect(compareAddresses([flat('1')], [flat('2')])).toBe('postcode')
  })
})

describe('children', () => {
  const ada = { given: 'Ada', family: 'Thackeray', dateOfBirth: '2019-03-04' }
  const ben = { given: 'Benjamin', family: 'Thackeray', dateOfBirth: '2021-05-06' }
  it.each([
    { name: 'two of two', a: [ada, ben], b: [ben, ada], level: 'two-children' },
    { name: 'one by nickname', a: [ben], b: [{ ...ben, given: 'Ben' }], level: 'name-and-date' },
    { name: 'date without a name', a: [ada], b: [{ dateOfBirth: '2019-03-04' }], level: 'date' },
    {
      name: 'name without a date',
      a: [ada],
      b: [{ given: 'Ada', family: 'Thackeray' }],
      level: 'full-name',
    },
    { name: 'an initial settles nothing', a: [ada], b: [{ given: 'A' }], level: undefined },
    { name: 'forename alone', a: [ada], b: [{ given: 'Ada' }], level: 'given-name' },
    {
      name: 'born near the date expected',
      a: [{ expectedDateOfDelivery: '2019-03-20' }],
      b: [ada],
      level: 'expected-date',
    },
    {
      name: 'one expected date',
      a: [{ expectedDateOfDelivery: '2027-01-10' }],
      b: [{ expectedDateOfDelivery: '2027-01-12' }],
      level: 'expected-date',
    },
    {
      name: 'a twin of the child',
      a: [ada],
      b: [{ ...ada, given: 'Charlie' }],
      level: 'different',
    },
    { name: 'another child', a: [ada], b: [ben], level: 'different' },
    { name: 'none named', a: [], b: [ben], level: undefined },
  ])('$name', ({ a, b, level }) => {
    expect(compareChildren(a.map(childFeaturesOf), b.map(childFeaturesOf))).toBe(level)
    expect(compareChildren(b.map(childFeaturesOf), a.map(childFeaturesOf))).toBe(level)
  })
})
