import type { AddressFeatures } from '../normalise/address-features.ts'
import { areSimilar } from '../text/jaro-winkler.ts'

/**
 * How two houses of one place stand to each other. `slip`: one, otherwise written. `building`: one building, and a flat or
 * room of it is told on one side only, or otherwise. Undefined: one has a number and the other a name.
 */
export type HouseLikeness = 'same' | 'slip' | 'building' | 'different' | undefined

type House = Pick<AddressFeatures, 'number' | 'building' | 'unit' | 'isOfFlats'>

const partsOf = (unit: string): readonly string[] => unit.split('+')

const areWithin = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((one) => others.includes(one))

const isNumbered = (unit: string): boolean => /\d|^[a-z]$/.test(unit)

const compareUnits = (a: House, b: House): HouseLikeness => {
  if (a.unit === b.unit)
    return a.unit === undefined && a.number === undefined && a.isOfFlats ? 'building' : 'same'
  if (a.unit === undefined || b.unit === undefined) return 'building'
  // The first floor flat may be flat 2; flat 3 of block B may be flat 3.
  if (isNumbered(a.unit) !== isNumbered(b.unit)) return 'building'
  const [ours, theirs] = [partsOf(a.unit), partsOf(b.unit)]
  return areWithin(ours, theirs) || areWithin(theirs, ours) ? 'building' : 'different'
}

const digitsSwapped = (a: string, b: string): boolean =>
  a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]

const isWithin = (number: string, span: string): boolean => span.split('to').includes(number)

/**
 * Which numbers are one, otherwise written. One digit exchanged is not: 12 and 14 are neighbours.
 *
 * | written | and | |
 * | --- | --- | --- |
 * | 12 | 21 | two digits swapped |
 * | 112 | 12 or 11 | a digit more, where two or more are left: 1 and 11 are neighbours |
 * | 12-14 | 12 or 14 | a house of two numbers |
 */
const areOneNumber = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.includes('to')) return isWithin(short, long)
  if (digitsSwapped(a, b)) return true
  if (short.length < 2 || long.length !== short.length + 1) return false
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
}

const compareNumbers = (a: House, b: House): HouseLikeness => {
  if (a.number === undefined || b.number === undefined) return undefined
  if (a.number === b.number) return compareUnits(a, b)
  if (!areOneNumber(a.number, b.number)) return 'different'
  return compareUnits(a, b) === 'different' ? 'different' : 'slip'
}

const compareNames = (a: House, b: House): HouseLikeness => {
  if (a.building === undefined || b.building === undefined) return undefined
  if (a.building === b.building) return compareUnits(a, b)
  if (!areSimilar(a.building, b.building)) return 'different'
  return compareUnits(a, b) === 'different' ? 'different' : 'slip'
}

const areOfOneName = (a: House, b: House): boolean =>
  a.building === undefined || b.building === undefined || a.building === b.building

/** "Pitch 7, Riverside" and "7": the one is told as part of a building, and the other as a house. */
const isUnitOf = (one: House, other: House): boolean =>
  one.number === undefined &&
  one.unit !== undefined &&
  one.unit === other.number &&
  other.unit === undefined &&
  areOfOneName(one, other)

/** Neither has a number, and one or both no name: "Flat 3" of a building that stands where the street should. */
const compareBareUnits = (a: House, b: House): HouseLikeness => {
  if (a.number !== undefined || b.number !== undefined) return undefined
  if (a.unit === undefined || b.unit === undefined) return undefined
  const units = compareUnits(a, b)
  return units === 'same' && a.building !== b.building ? 'building' : units
}

/** Compares two houses of one place. */
export const compareHouses = (a: House, b: House): HouseLikeness => {
  const byNumber = compareNumbers(a, b)
  if (byNumber !== undefined) return byNumber
  if (isUnitOf(a, b) || isUnitOf(b, a)) return 'same'
  return compareNames(a, b) ?? compareBareUnits(a, b)
}
