import { describe, expect, it } from 'vitest'
import { compareChildren } from '../../../shared/matching/comparisons/children.ts'
import { compareDatesOfBirth } from '../../../shared/matching/comparisons/date-of-birth.ts'
import { compareFamilyNames } from '../../../shared/matching/comparisons/family-name.ts'
import { compareGivenNames } from '../../../shared/matching/comparisons/given-name.ts'
import { compareShared } from '../../../shared/matching/comparisons/shared-value.ts'
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
    ['Sarah Jane', 'Sarah', 'left-out'],
    ['Sarah Jane', 'Sarah J', 'left-out'],
    ['Sarah Jane', 'Sarah Louise', 'contradicts'],
    ['Mohammed Tariq', 'Muhammad Tariq', 'nickname'],
    ['Mohammed Tariq', 'Md Bilal', 'contradicts'],
    ['Tariq', 'Mohammed Tariq', 'left-out'],
    ['Manpreet Singh', 'Jaswinder Singh', 'contradicts'],
    ['Mary Ann', 'Maryann', 'exact'],
    ['Abdul Hakim', 'Abdulhakim', 'exact'],
    ['Abdulhakim', 'Abdulrahim', 'contradicts'],
    ['Abdurrazzaq', 'Abdulrazzaq', 'exact'],
    ['Sarah Louise', 'Sarah Luoise', 'close'],
    ['Jon', 'John', 'nickname'],
    ['Chloe', 'Chole', 'close'],
    ['Ella', 'Ellie', 'like'],
    ['Amina', 'Amira', 'like'],
    ['Wei', 'Mei', 'like'],
    ['Minh', 'Binh', 'like'],
    ['Jing', 'Ying', 'like'],
    ['Anna', 'Amna', 'like'],
    ['Anna', 'Sanna', 'close'],
    ['Niall', 'Nisll', 'close'],
    ['Thu Hoa', 'Thu Van', 'contradicts'],
    ['Abdullahi', 'Abdikadir', 'contradicts'],
    ['Abdi', 'Abdikadir', 'left-out'],
    ['Bob', 'Robert', 'nickname'],
    ['Muhammad', 'Mohd', 'nickname'],
    ['Aneeka', 'Aneekah', 'close'],
    ['Rosalind', 'Rosalnid', 'close'],
    ['S', 'Sarah', 'initial'],
    ['S', 'S', 'initial'],
    ['Hannah', 'Kanmah', 'close'],
    ['Caroline', 'Carlton', 'similar'],
    ['Sandra', 'Sabina', 'faint'],
    ['Sarah', 'Trevor', 'different'],
    ['Unknown', 'Sarah', undefined],
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
    ['Smith-Jones', 'Jones-Smith', 'exact'],
    ['Smith-Jones', 'Smith-Brown', 'contradicts'],
    ['Lopez Ruiz', 'Lopes Ruiz', 'close'],
    ['van der Meer', 'Meer', 'exact'],
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
    ['1984-07', '1984-07-23', 'known-parts'],
    ['XXXX-07-23', '1984-07-23', 'known-parts'],
    ['1984-XX-23', '1984-07-23', 'known-parts'],
    ['1984-XX-23', '1984-07', 'year'],
    ['1984', '1984-07-23', 'year'],
    ['1984-01-01', '1984-07-23', 'year'],
    ['1984-01-01', '1984-01-01', 'year'],
    ['1984-07-03', '1984-03-07', 'day-month-swapped'],
    ['1984-07-23', '1948-07-23', 'year-edit'],
    ['1984-07-23', '1985-07-23', 'one-edit'],
    ['1984-07-31', '1984-08-01', 'one-edit'],
    ['1984-02-29', '1984-03-01', 'one-edit'],
    ['1984-07-23', '1976-11-16', 'day-month-swapped'],
    ['1984-07-23', '1984-07-25', 'one-edit'],
    ['1984-07-23', '1984-07-09', 'two-of-three'],
    ['1984-07-23', '1984-08-09', 'near'],
    ['1984-07-23', '1985-06-30', 'loose'],
    ['1984-07-23', '1961-07-23', 'years-apart'],
    ['1984-07-23', '1961-02-11', 'different'],
    ['1984', '1985-07-23', 'year-off'],
    ['1984', '1987-07-23', 'different'],
    ['1984-06', '1984-07-23', 'near'],
    ['1985-07', '1984-07-23', 'loose'],
    ['XXXX-07-23', '1984-08-23', 'loose'],
    ['XXXX-07-23', '1984-08-09', 'different'],
    ['XXXX-07-23', '1984', undefined],
    [undefined, '1984-07-23', undefined],
  ])('%s and %s: %s', (a, b, level) => {
    expect(compareDatesOfBirth(datePartsOf(a), datePartsOf(b))).toBe(level)
    expect(compareDatesOfBirth(datePartsOf(b), datePartsOf(a))).toBe(level)
  })
})

describe('lists of numbers', () => {
  it.each([
    [['1', '2'], ['2'], 'same'],
    [['9434765919'], ['9434765918'], 'one-edit'],
    [['9434765919'], ['9434756919'], 'one-edit'],
    [['9434765919'], ['9434765828'], 'different'],
    [['9434765919'], ['9434765828', '9434765909'], 'one-edit'],
    [['9434765919'], ['9434765820'], 'different'],
    [['9434765919'], ['9434765828', '9434765008'], 'different'],
    [['9434765919'], ['9434765990'], 'two-edits'],
    [[], ['2'], undefined],
  ])('%j and %j: %s', (a, b, level) => {
    expect(compareShared(a, b)).toBe(level)
    expect(compareShared(b, a)).toBe(level)
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
