import { describe, expect, it } from 'vitest'
import { compareAddresses } from '../../../shared/matching/comparisons/address.ts'
import { compareEmails } from '../../../shared/matching/comparisons/email.ts'
import { compareTowns } from '../../../shared/matching/comparisons/town.ts'
import { addressFeaturesOf } from '../../../shared/matching/normalise/address-features.ts'

describe('addresses', () => {
  const home = { houseNumber: '14', street: 'Millbrook Road', postcode: 'LS6 2AB', uprn: '77' }
  it.each([
    ['one property', { uprn: '77' }, 'property'],
    ['everything', { houseNumber: '14', street: 'Millbrook Rd', postcode: 'ls62ab' }, 'home'],
    ['postcode and number', { houseNumber: '14', postcode: 'ls62ab' }, 'home-in-part'],
    [
      'number and street, of no town that is told',
      { houseNumber: '14', street: 'Millbrook Rd' },
      'number-near-place',
    ],
    [
      'a street misspelt',
      { houseNumber: '14', street: 'Milbrook Rd', postcode: 'LS6 2AB' },
      'home-place-slip',
    ],
    [
      'another postcode',
      { houseNumber: '14', street: 'Millbrook Rd', postcode: 'LS6 9ZZ' },
      'home-place-slip',
    ],
    [
      'a number with its digits swapped',
      { houseNumber: '41', street: 'Millbrook Rd', postcode: 'LS6 2AB' },
      'home-number-slip',
    ],
    ['postcode alone', { postcode: 'LS6 2AB' }, 'place'],
    ['street alone', { street: 'Millbrook Road' }, 'near-place'],
    [
      'a number, a street misspelt',
      { houseNumber: '14', street: 'Milbrook Rd' },
      'number-near-place',
    ],
    [
      'a number, a postcode misread',
      { houseNumber: '14', postcode: 'LS6 2AD' },
      'number-near-place',
    ],
    ['another house of the postcode', { houseNumber: '9', postcode: 'LS6 2AB' }, 'neighbour'],
    [
      'a neighbour two doors away',
      { houseNumber: '16', street: 'Millbrook Rd', postcode: 'LS6 2AB' },
      'neighbour',
    ],
    ['a postcode misread', { houseNumber: '9', postcode: 'LS6 2AD' }, 'near-place'],
    ['outward code alone', { houseNumber: '9', postcode: 'LS6 9ZZ' }, 'area'],
    ['number alone', { houseNumber: '14', street: 'Quay', postcode: 'PL1 1AA' }, 'number'],
    ['another place', { houseNumber: '1', street: 'Quay', postcode: 'PL1 1AA' }, 'different'],
    ['no fixed abode', { postcode: 'ZZ99 3VZ' }, undefined],
    ['a number without a place', { houseNumber: '14' }, undefined],
  ])('%s', (_, other, level) => {
    const [one, two] = [[addressFeaturesOf(home)], [addressFeaturesOf(other)]]
    expect(compareAddresses(one, two)).toBe(level)
    expect(compareAddresses(two, one)).toBe(level)
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
    expect(compareAddresses([flat('1')], [flat('2')])).toBe('neighbour')
    expect(compareAddresses([flat('1')], [flat('1')])).toBe('home')
  })
})

describe('towns', () => {
  const inTown = (town: string | undefined) => [addressFeaturesOf({ ...(town && { town }) })]
  it.each([
    ['Westmarch', 'WEST MARCH', 'same'],
    ['Westmarch', 'Westmarsh', 'similar'],
    ['Westmarch', 'Eastvale', 'different'],
    ['Westmarch', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s and %s: %s', (a, b, level) => {
    expect(compareTowns(inTown(a), inTown(b), undefined)).toBe(level)
    expect(compareTowns(inTown(b), inTown(a), 'different')).toBe(level)
  })

  it('takes the best of both histories', () => {
    const both = [...inTown('Eastvale'), ...inTown('Westmarch')]
    expect(compareTowns(both, inTown('Westmarch'), 'area')).toBe('same')
  })

  it.each([
    'property',
    'home',
    'home-in-part',
    'home-place-slip',
    'home-number-slip',
    'place',
    'neighbour',
    'street',
  ] as const)('say nothing more where the address is %s', (address) => {
    expect(compareTowns(inTown('Westmarch'), inTown('Westmarch'), address)).toBeUndefined()
    expect(compareTowns(inTown('Westmarch'), inTown('Eastvale'), address)).toBeUndefined()
  })
})

describe('emails', () => {
  it.each([
    [['ros@post.example'], ['ros@post.example'], 'same'],
    [['rosalind@post.example'], ['rosalind@mail.example'], 'mailbox'],
    [['rosalind.t@post.example'], ['rosalnid.t@post.example'], 'similar'],
    [['ros@post.example'], ['imran.khan@mail.example'], 'different'],
    [['ros@post.example', 'work@firm.example'], ['work@firm.example'], 'same'],
    [['imran@a.example', 'rosalind@post.example'], ['rosalind@mail.example'], 'mailbox'],
    [['ros@post.example'], ['ros@firm.example.test'], 'different'],
    [[], ['ros@post.example'], undefined],
  ])('%j and %j: %s', (a, b, level) => {
    expect(compareEmails(a, b)).toBe(level)
    expect(compareEmails(b, a)).toBe(level)
  })
})
