import type { AddressFeatures } from '../normalise/address-features.ts'
import { isClose } from './given-name.ts'

export const addressLevels = [
  'property',
  'postcode-and-number',
  'number-and-street',
  'postcode',
  'street',
  'area',
  'different',
] as const
export type AddressLevel = (typeof addressLevels)[number]

const bothEqual = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && a === b

/** A flat that one side leaves out does not contradict; two flats of one house are two homes. */
const sameHouse = (a: AddressFeatures, b: AddressFeatures): boolean =>
  bothEqual(a.number, b.number) &&
  (a.unit === undefined || b.unit === undefined || a.unit === b.unit)

const sameStreet = (a: AddressFeatures, b: AddressFeatures): boolean =>
  a.street !== undefined &&
  b.street !== undefined &&
  (a.street === b.street || isClose(a.street, b.street))

const comparable = (a: AddressFeatures, b: AddressFeatures): boolean =>
  (a.uprn !== undefined && b.uprn !== undefined) ||
  (a.postcode !== undefined && b.postcode !== undefined) ||
  (a.street !== undefined && b.street !== undefined)

const compareHouses = (a: AddressFeatures, b: AddressFeatures): AddressLevel | undefined => {
  const house = sameHouse(a, b)
  if (bothEqual(a.postcode, b.postcode)) return house ? 'postcode-and-number' : 'postcode'
  if (!sameStreet(a, b)) return undefined
  return house ? 'number-and-street' : 'street'
}

const comparePlaces = (a: AddressFeatures, b: AddressFeatures): AddressLevel | undefined => {
  if (!comparable(a, b)) return undefined
  if (bothEqual(a.uprn, b.uprn)) return 'property'
  return compareHouses(a, b) ?? (bothEqual(a.area, b.area) ? 'area' : 'different')
}

/** The best level over both histories: people move, and records remember different homes. */
export const compareAddresses = (
  a: readonly AddressFeatures[],
  b: readonly AddressFeatures[],
): AddressLevel | undefined => {
  const found = new Set(a.flatMap((one) => b.map((other) => comparePlaces(one, other))))
  return addressLevels.find((level) => found.has(level))
}
