import type { AddressFeatures } from '../normalise/address-features.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import type { AddressLevel } from './address.ts'
import { bestLevel } from './best-level.ts'

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

const compareOne = (a: AddressFeatures, b: AddressFeatures): TownLevel | undefined => {
  if (a.town === undefined || b.town === undefined) return undefined
  if (a.town === b.town) return 'same'
  return jaroWinkler(a.town, b.town) >= similarAt ? 'similar' : 'different'
}

const compareAll = bestLevel(townLevels, compareOne)

/** Compares towns, given what the rest of the address said. */
export const compareTowns = (
  a: readonly AddressFeatures[],
  b: readonly AddressFeatures[],
  address: AddressLevel | undefined,
): TownLevel | undefined => (placeSettled.has(address) ? undefined : compareAll(a, b))
