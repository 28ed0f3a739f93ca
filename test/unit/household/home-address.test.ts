import { describe, expect, it } from 'vitest'
import { homesOf, shareHome } from '../../../shared/household/home-address.ts'

const home = { houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' }

describe('two people of one home', () => {
  it.each([
    ['the same property', { uprn: '100' }, { uprn: '100', houseNumber: '9' }],
    ['the same house and postcode', home, { houseNumber: '14', postcode: 'wm14ab' }],
    ['the same house and street, one without postcode', home, { ...home, postcode: undefined }],
    ['the same, written in one line', home, { street: '14 Tannery Row', postcode: 'WM1 4AB' }],
    [
      'the same street in two writings',
      { houseNumber: '61', street: 'Foundry Street' },
      { houseNumber: '61', street: 'Foundry St.' },
    ],
    [
      'the same house by its name',
      { houseNumber: 'Rose Cottage', postcode: 'WM1 4AB' },
      { houseNumber: 'Rose Cott', postcode: 'WM1 4AB' },
    ],
  ])('have %s', (...[, one, other]) => {
    expect(shareHome([one], [other])).toBe(true)
    expect(shareHome([other], [one])).toBe(true)
  })

  it.each([
    ['another property', { ...home, uprn: '100' }, { ...home, uprn: '101' }],
    ['another house', home, { ...home, houseNumber: '16' }],
    ['another flat', home, { ...home, houseNumber: 'Flat 2, 14' }],
    ['another postcode', home, { ...home, postcode: 'WM9 9ZZ' }],
    ['no house known', { street: 'Tannery Row' }, { street: 'Tannery Row' }],
    ['left the one', { ...home, to: '2026-01-01' }, home],
    ['nothing said', {}, {}],
  ])('do not have %s', (...[, one, other]) => {
    expect(shareHome([one], [other])).toBe(false)
    expect(shareHome([other], [one])).toBe(false)
  })
})

describe('what is no home', () => {
  it.each([
    'Quay Hostel',
    'Rose House Refuge',
    'Westmarch General Hospital',
    'HMP Eastvale',
    'Northmoor Prison',
    'Shelter',
    'No fixed abode',
    'Hill Mother and Baby Unit',
  ])('is %s', (houseNumber) => {
    expect(homesOf([{ houseNumber, postcode: 'WM1 4AB' }])).toEqual([])
  })

  it('is the postcode of no fixed abode', () => {
    expect(homesOf([{ houseNumber: '1', postcode: 'ZZ99 3VZ' }])).toEqual([])
  })

  it.each(['Hospital Lane', 'Prison Road', 'Hostel Hill'])('is no house in %s', (street) => {
    const address = { houseNumber: '2', street }
    expect(homesOf([address])).toEqual([address])
  })
})
