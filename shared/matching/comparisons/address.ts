import type { AddressFeatures } from '../normalise/address-features.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import { isOneEdit } from '../text/one-edit.ts'
import { bestLevel } from './best-level.ts'

/**
 * One joint comparison, because the parts of an address depend on each other: two strangers with one postcode share the
 * street too. Two levels with `slip` are a house whose number or place was written differently.
 */
export const addressLevels = [
  'property',
  'home',
  'home-in-part',
  'home-place-slip',
  'home-number-slip',
  'place',
  'number-near-place',
  'neighbour',
  'street',
  'near-place',
  'area',
  'number',
  'different',
] as const
export type AddressLevel = (typeof addressLevels)[number]

type Likeness = 'same' | 'near' | 'area' | 'different' | undefined

const similarStreetAt = 0.88

const compareNumbers = (a: AddressFeatures, b: AddressFeatures): Likeness => {
  if (a.number === undefined || b.number === undefined) return undefined
  // A flat that one side leaves out does not contradict; two flats of one house are two homes.
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return 'different'
  if (a.number === b.number) return 'same'
  return isOneEdit(a.number, b.number) ? 'near' : 'different'
}

const comparePostcodes = (a: AddressFeatures, b: AddressFeatures): Likeness => {
  if (a.postcode === undefined || b.postcode === undefined) return undefined
  if (a.postcode === b.postcode) return 'same'
  if (isOneEdit(a.postcode, b.postcode)) return 'near'
  return a.area !== undefined && a.area === b.area ? 'area' : 'different'
}

const compareStreets = (a: AddressFeatures, b: AddressFeatures): Likeness => {
  if (a.street === undefined || b.street === undefined) return undefined
  if (a.street === b.street) return 'same'
  return jaroWinkler(a.street, b.street) >= similarStreetAt ? 'near' : 'different'
}

const sameNumberLevel = (postcode: Likeness, street: Likeness): AddressLevel => {
  if (postcode === 'same' || street === 'same') {
    if (postcode === street) return 'home'
    return postcode === undefined || street === undefined ? 'home-in-part' : 'home-place-slip'
  }
  return postcode === 'near' || street === 'near' ? 'number-near-place' : 'number'
}

const samePlaceLevel = (number: Likeness, postcode: Likeness): AddressLevel => {
  if (number === 'near') return 'home-number-slip'
  if (number === undefined) return 'place'
  return postcode === 'same' ? 'neighbour' : 'street'
}

const compareHomes = (a: AddressFeatures, b: AddressFeatures): AddressLevel | undefined => {
  if (a.uprn !== undefined && a.uprn === b.uprn) return 'property'
  const postcode = comparePostcodes(a, b)
  const street = compareStreets(a, b)
  if (postcode === undefined && street === undefined) return undefined
  const number = compareNumbers(a, b)
  if (number === 'same') return sameNumberLevel(postcode, street)
  if (postcode === 'same' || street === 'same') return samePlaceLevel(number, postcode)
  if (postcode === 'near' || street === 'near') return 'near-place'
  return postcode === 'area' ? 'area' : 'different'
}

/** The best level over all addresses of both: people move, and records remember different homes. */
export const compareAddresses = bestLevel(addressLevels, compareHomes)
