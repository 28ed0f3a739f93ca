import { describe, expect, it } from 'vitest'
import { addressFeaturesOf } from '../../../shared/matching/normalise/address-features.ts'

const read = (houseNumber: string, street: string) => {
  const { number, unit, building, street: name } = addressFeaturesOf({ houseNumber, street })
  return { number, unit, building, street: name }
}
const of = (number: string, unit?: string, street = 'quaylane') => ({
  number,
  unit,
  building: undefined,
  street,
})

describe('an address', () => {
  it.each([
    ['31', 'Quay Lane', of('31')],
    ['no. 31', 'Quay Lane', of('31')],
    ['No31', 'Quay Lane', of('31')],
    ['#31', 'Quay Lane', of('31')],
    ['031', 'Quay Lane', of('31')],
    ['', '31 Quay Ln', of('31')],
    ['31 Quay Lane', '', of('31')],
    ['31', '31 Quay Lane', of('31')],
    ['', 'Quay Lane 31', of('31')],
    ['31–33', 'Quay Lane', of('31to33')],
    ['31 and 33', 'Quay Lane', of('31to33')],
    ['', '31 4th Avenue', of('31', undefined, '4thavenue')],
  ])('has a house in %j, %j', (house, street, expected) => {
    expect(read(house, street)).toEqual(expected)
  })

  it.each([
    ['Flat 5, 31', 'Quay Lane', of('31', '5')],
    ['31 Flat 5', 'Quay Lane', of('31', '5')],
    ['31/5', 'Quay Lane', of('31', '5')],
    ['Flat5', '31 Quay Lane', of('31', '5')],
    ['', '31 Quay Lane, Flat 5', of('31', '5')],
    ['', 'Flat 5, 31 Quay Lane, Eastvale', of('31', '5')],
    ['', '31 Room 4 Flat 5 Quay Lane', of('31', '4+5')],
    ['Room 4, Flat 5, 31', 'Quay Lane', of('31', '4+5')],
    ['Flat 8-30, 310', 'Quay Lane', of('310', '8to30')],
    ['Block C Flat 5, 31', 'Quay Lane', of('31', '5+blockc')],
    ['31C', 'Quay Lane', of('31', 'c')],
    ['31 C', 'Quay Lane', of('31', 'c')],
    ['Flat C, 31', 'Quay Lane', of('31', 'c')],
    ['3F2, 31', 'Quay Lane', of('31', '3f2')],
    ['2/1, 31', 'Quay Lane', of('31', '2s1')],
    ['Studio, 31', 'Quay Lane', of('31', 'studio')],
  ])('has a part of a house in %j, %j', (house, street, expected) => {
    expect(read(house, street)).toEqual(expected)
  })

  it.each([
    ['Top Flat, 31', 'top'],
    ['Top Floor Flat 31', 'top'],
    ['TFF 31', 'top'],
    ['2nd Floor Flat, 31', 'second'],
    ['SFF, 31', 'second'],
    ['Ground Floor Flat, 31', 'ground'],
    ['31 GFF', 'ground'],
    ['Flat, Basement, 31', 'basement'],
    ['Basement, 31', 'basement'],
    ['Third Floor Flat 9, 31', '9'],
  ])('has a floor in %s', (house, unit) => {
    expect(read(house, 'Quay Lane')).toEqual(of('31', unit))
  })

  it.each([
    ['The Old Vicarage', 'Quay Lane', { number: undefined, building: 'oldvicarage' }],
    ['', 'Old Vicarage, Quay Lane', { number: undefined, building: 'oldvicarage' }],
    ['Rose Cott', 'Quay Lane', { number: undefined, building: 'rosecott' }],
    ['Rose Cottage, 31', 'Quay Lane', { number: '31', building: 'rosecottage' }],
    ['Flat 5, Moor House, 31', 'Quay Lane', { number: '31', unit: '5', building: 'moorhouse' }],
    ['', 'Moor House Flat 5, 31 Quay Lane', { number: '31', unit: '5', building: 'moorhouse' }],
    ['5 Moor House', 'Quay Lane', { number: undefined, unit: '5', building: 'moorhouse' }],
    ['Pitch 5, Weir Holiday Park', 'Quay Lane', { unit: '5', building: 'weirholidaypark' }],
  ])('has a building in %j, %j', (house, street, expected) => {
    expect(read(house, street)).toMatchObject({ ...expected, street: 'quaylane' })
  })

  it.each([
    { street: '31 Quay Lane WM3 5DU' },
    { street: '31 Quay Lane', town: 'Eastvale, wm3 5du' },
    { houseNumber: '31', street: 'Quay Lane Eastvale', town: 'Eastvale', postcode: 'WM3 5DU' },
  ])('has its postcode and street wherever they were typed: %o', (address) => {
    const { number, street, postcode } = addressFeaturesOf(address)
    expect({ number, street, postcode }).toEqual({
      number: '31',
      street: 'quaylane',
      postcode: 'WM35DU',
    })
  })

  it.each(['0', '000000000000', '999999999999'])('has no property number in %s', (uprn) => {
    expect(addressFeaturesOf({ uprn }).uprn).toBeUndefined()
  })
})
