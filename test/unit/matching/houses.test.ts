import { describe, expect, it } from 'vitest'
import { compareAddresses } from '../../../shared/matching/comparisons/address.ts'
import { addressFeaturesOf } from '../../../shared/matching/normalise/address-features.ts'
import type { Address } from '../../../shared/people/person.ts'

const compare = (one: Address, other: Address) => {
  const [a, b] = [[addressFeaturesOf(one)], [addressFeaturesOf(other)]]
  expect(compareAddresses(a, b)).toBe(compareAddresses(b, a))
  return compareAddresses(a, b)
}
const inLane = (houseNumber: string): Address => ({
  houseNumber,
  street: 'Quay Lane',
  town: 'Eastvale',
  postcode: 'WM3 5DU',
})

describe('two houses of one postcode and street', () => {
  it.each([
    ['31A', 'Flat A, 31', 'home'],
    ['Flat 5, 31', '31/5', 'home'],
    ['Flat 5, Moor House, 31', 'Flat 5 Moor House', 'home'],
    ['Pitch 5, Weir Park', '5 Weir Park', 'home'],
    ['Rose Cottage, 31', '31', 'home'],
    ['31 Rose Cottage', '31', 'home'],
    ['2nd Floor Flat, 31', 'SFF 31', 'home'],
    ['The Old Rectory', 'Old Rectory', 'home'],
    ['Flat 5', 'Flat 5', 'home'],
  ])('are one home: %s and %s', (one, other, level) => {
    expect(compare(inLane(one), inLane(other))).toBe(level)
  })

  it.each([
    ['13', '31'],
    ['131', '13'],
    ['31-33', '33'],
    ['Mill Farm', 'Millfarm House'],
  ])('are one, written otherwise: %s and %s', (one, other) => {
    expect(compare(inLane(one), inLane(other))).toBe('home-number-slip')
  })

  it.each([
    ['31', 'Room 4, 31'],
    ['31', '31B'],
    ['Moor Tower', 'Flat 5, Moor Tower'],
    ['Moor Tower', 'Moor Tower'],
    ['Flat 22, 31', 'Room 4, Flat 22, 31'],
    ['Basement Flat, 31', 'Flat 2, 31'],
    ['Moor House, 31', 'Flat 5, Moor House'],
  ])('are one building: %s and %s', (one, other) => {
    expect(compare(inLane(one), inLane(other))).toBe('building')
  })

  it.each([
    ['31', '33'],
    ['1', '11'],
    ['31A', '31B'],
    ['Flat 5, 31', 'Flat 6, 31'],
    ['Top Flat, 31', 'Basement Flat, 31'],
    ['Pitch 5, Weir Park', '6 Weir Park'],
    ['Rose Cottage', 'Ivy House'],
    ['Block B Flat 3', 'Block B Flat 4'],
  ])('are neighbours: %s and %s', (one, other) => {
    expect(compare(inLane(one), inLane(other))).toBe('neighbour')
  })

  it('say no more than the postcode where one has a number and the other a name', () => {
    expect(compare(inLane('31'), inLane('Rose Cottage'))).toBe('place')
  })

  it('are two parts of a building where they are two properties', () => {
    expect(compare({ ...inLane('31'), uprn: '10' }, { ...inLane('31'), uprn: '11' })).toBe(
      'building',
    )
  })
})

describe('two streets of one name', () => {
  const high = { houseNumber: '31', street: 'High Street' }
  it.each([
    ['one town', { ...high, town: 'Eastvale' }, { ...high, town: 'Eastvale' }, 'home-in-part'],
    ['two towns', { ...high, town: 'Eastvale' }, { ...high, town: 'Northmoor' }, 'number'],
    ['no town that is told', high, high, 'number-near-place'],
    [
      'two outward codes and no town',
      { ...high, postcode: 'WM3 5DU' },
      { ...high, postcode: 'LS6 2AB' },
      'number',
    ],
    [
      'one outward code',
      { ...high, postcode: 'WM3 5DU' },
      { ...high, postcode: 'WM3 9ZZ' },
      'home-place-slip',
    ],
  ])('in %s', (...[, one, other, level]) => {
    expect(compare(one, other)).toBe(level)
  })

  it('are a street, without a house, only in one town', () => {
    const street = { street: 'High Street' }
    expect(compare({ ...street, town: 'Eastvale' }, { ...street, town: 'Eastvale' })).toBe('street')
    expect(compare(street, street)).toBe('near-place')
    expect(compare({ ...street, town: 'Eastvale' }, { ...street, town: 'Northmoor' })).toBe(
      'different',
    )
  })
})
