import type { AddressFeatures } from '../normalise/address-features.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import type { AddressLevel } from './address.ts'

export const townLevels = ['same', 'similar', 'different'] as const
export type TownLevel = (typeof townLevels)[number]

const similarAt = 0.88
/** Where the address agrees so far, the town follows and says nothing of its own. */
const placeSettled = new Set<AddressLevel | undefined>([
  'property',
  'home',
  'home-in-part',
  'home-place-slip',
  'home-number-slip',
  'place',
  'neighbour',
  'street',
])

const townsOf = (addresses: readonly AddressFeatures[]): readonly string[] =>
  addresses.map(({ town }) => town).filter((town) => town !== undefined)

/** Compares towns, given what the rest of the address said. */
export const compareTowns = (
  a: readonly AddressFeatures[],
  b: readonly AddressFeatures[],
  address: AddressLevel | undefined,
): TownLevel | undefined => {
  if (placeSettled.has(address)) return undefined
  const towns = townsOf(a)
  const others = townsOf(b)
  if (towns.length === 0 || others.length === 0) return undefined
  if (towns.some((town) => others.includes(town))) return 'same'
  return towns.some((town) => others.some((other) => jaroWinkler(town, other) >= similarAt))
    ? 'similar'
    : 'different'
}
