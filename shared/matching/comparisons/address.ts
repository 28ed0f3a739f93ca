import type { AddressFeatures } from '../normalise/address-features.ts'
import { bestLevel } from './best-level.ts'
import { compareHouses, type HouseLikeness } from './house.ts'
import { comparePlaces, type PlaceLikeness } from './place.ts'

/**
 * One joint comparison, because the parts of an address depend on each other: two strangers with one postcode share the
 * street too.
 *
 * | level | house | postcode and street |
 * | --- | --- | --- |
 * | property | one property number | |
 * | home | the same | both the same |
 * | home-in-part | the same | one the same, the other not told |
 * | home-place-slip | the same | one the same, the other written differently |
 * | building | the flat or room on one side only | at least one the same |
 * | home-number-slip | written differently | at least one the same |
 * | place | not told, or a name here and a number there | postcode the same |
 * | number-near-place | the same | one nearly; or a street of that name, of no town that is told |
 * | neighbour | another | postcode the same |
 * | street | another, or not told | street the same |
 * | near-place | another, or not told | one nearly, or a street of that name |
 * | area | | outward code the same |
 * | number | the same | another |
 */
export const addressLevels = [
  'property',
  'home',
  'home-in-part',
  'home-place-slip',
  'building',
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

const sameHouseLevel = ({ postcode, street }: PlaceLikeness): AddressLevel => {
  if (postcode === 'same' || street === 'same') {
    if (postcode === street) return 'home'
    return postcode === undefined || street === undefined ? 'home-in-part' : 'home-place-slip'
  }
  const isNear = postcode === 'near' || street === 'near' || street === 'unplaced'
  return isNear ? 'number-near-place' : 'number'
}

const atSamePlace = {
  building: 'building',
  slip: 'home-number-slip',
  different: 'neighbour',
} as const satisfies Record<Exclude<HouseLikeness, 'same' | undefined>, AddressLevel>

const otherHouseLevel = (
  house: Exclude<HouseLikeness, 'same'>,
  { postcode, street }: PlaceLikeness,
): AddressLevel => {
  if (postcode === 'same') return house === undefined ? 'place' : atSamePlace[house]
  if (street === 'same')
    return house === undefined || house === 'different' ? 'street' : atSamePlace[house]
  if (postcode === 'near' || street === 'near' || street === 'unplaced') return 'near-place'
  return postcode === 'area' ? 'area' : 'different'
}

const areOther = (a: AddressFeatures, b: AddressFeatures): boolean =>
  a.uprn !== undefined && b.uprn !== undefined && a.uprn !== b.uprn

const isFar = ({ postcode, street }: PlaceLikeness): boolean =>
  (postcode === 'area' || postcode === 'different') && street === 'different'

const haveOtherNumbers = (a: AddressFeatures, b: AddressFeatures): boolean =>
  a.number !== undefined && b.number !== undefined && a.number !== b.number

const compareHomes = (a: AddressFeatures, b: AddressFeatures): AddressLevel | undefined => {
  if (a.uprn !== undefined && a.uprn === b.uprn) return 'property'
  const place = comparePlaces(a, b)
  if (place.postcode === undefined && place.street === undefined) return undefined
  // Most homes are of strangers: far apart, only an equal number would say anything.
  if (isFar(place) && haveOtherNumbers(a, b)) return otherHouseLevel('different', place)
  const house = compareHouses(a, b)
  if (house !== 'same') return otherHouseLevel(house, place)
  // Two properties of one number are two parts of a building.
  return areOther(a, b) ? otherHouseLevel('building', place) : sameHouseLevel(place)
}

/** The best level over all addresses of both: people move, and records remember different homes. */
export const compareAddresses = bestLevel(addressLevels, compareHomes)
