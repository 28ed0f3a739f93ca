import type { AddressFeatures } from '../normalise/address-features.ts'
import { areSimilar } from '../text/jaro-winkler.ts'
import type { AddressLevel } from './address.ts'
import { bestLevel } from './best-level.ts'
import { holdsAt } from './holds-at.ts'

export const townLevels = ['same', 'similar', 'different'] as const
export type TownLevel = (typeof townLevels)[number]

/** Where the address agrees so far, the town follows and says nothing of its own. */
const placeSettled = {
  property: true,
  home: true,
  'home-in-part': true,
  'home-place-slip': true,
  building: true,
  'home-number-slip': true,
  place: true,
  'number-near-place': false,
  neighbour: true,
  street: true,
  'near-place': false,
  area: false,
  number: false,
  different: false,
} as const satisfies Record<AddressLevel, boolean>

const compareOne = (a: AddressFeatures, b: AddressFeatures): TownLevel | undefined => {
  if (a.town === undefined || b.town === undefined) return undefined
  if (a.town === b.town) return 'same'
  return areSimilar(a.town, b.town) ? 'similar' : 'different'
}

const compareAll = bestLevel(townLevels, compareOne)

/** Compares towns, given what the rest of the address said. */
export const compareTowns = (
  a: readonly AddressFeatures[],
  b: readonly AddressFeatures[],
  address: AddressLevel | undefined,
): TownLevel | undefined => (holdsAt(placeSettled, address) ? undefined : compareAll(a, b))
