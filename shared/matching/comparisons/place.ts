import type { AddressFeatures } from '../normalise/address-features.ts'
import { areSimilar } from '../text/jaro-winkler.ts'
import { isOneEdit } from '../text/one-edit.ts'

type Likeness = 'same' | 'near' | 'area' | 'different' | undefined

/** How the parts of two places agree. */
export type PlaceLikeness = {
  readonly postcode: Likeness
  /** Of two towns, never `same`: every town has a High Street. `unplaced`: nothing tells whether the towns are one. */
  readonly street: 'same' | 'near' | 'unplaced' | 'different' | undefined
}

const comparePostcodes = (a: AddressFeatures, b: AddressFeatures): Likeness => {
  if (a.postcode === undefined || b.postcode === undefined) return undefined
  if (a.postcode === b.postcode) return 'same'
  if (isOneEdit(a.postcode, b.postcode)) return 'near'
  return a.area !== undefined && a.area === b.area ? 'area' : 'different'
}

const areOfOneTown = (a: string | undefined, b: string | undefined): boolean | undefined => {
  if (a === undefined || b === undefined) return undefined
  return a === b || a.includes(b) || b.includes(a) || areSimilar(a, b)
}

/** Whether two streets of one name are one street. */
const isOneStreet = (
  a: AddressFeatures,
  b: AddressFeatures,
  postcode: Likeness,
): boolean | undefined => {
  if (postcode === 'same' || postcode === 'near' || postcode === 'area') return true
  return areOfOneTown(a.town, b.town) ?? (postcode === 'different' ? false : undefined)
}

const compareStreets = (
  a: AddressFeatures,
  b: AddressFeatures,
  postcode: Likeness,
): PlaceLikeness['street'] => {
  if (a.street === undefined || b.street === undefined) return undefined
  const isEqual = a.street === b.street
  if (!isEqual && !areSimilar(a.street, b.street)) return 'different'
  const isOne = isOneStreet(a, b, postcode)
  if (isOne === false) return 'different'
  if (!isEqual) return 'near'
  return isOne === undefined ? 'unplaced' : 'same'
}

/** Compares where two houses stand. */
export const comparePlaces = (a: AddressFeatures, b: AddressFeatures): PlaceLikeness => {
  const postcode = comparePostcodes(a, b)
  return { postcode, street: compareStreets(a, b, postcode) }
}
