import type { AddressLevel } from './address.ts'

/** Levels at which two people have one home, and not only one building, street or postcode. */
export const isAtHome = {
  property: true,
  home: true,
  'home-in-part': true,
  'home-place-slip': true,
  building: false,
  'home-number-slip': false,
  place: false,
  'number-near-place': false,
  neighbour: false,
  street: false,
  'near-place': false,
  area: false,
  number: false,
  different: false,
} as const satisfies Record<AddressLevel, boolean>
