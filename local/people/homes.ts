import type { Home } from './people-types.ts'
import type { Random } from './random.ts'
import { drawBuilding, drawStreet } from './streets.ts'

/** The homes of a street that share a postcode. */
export type Terrace = {
  readonly street: string
  /** The number of the first house. */
  readonly first: number
  /** Whether houses are numbered by ones (a close), by twos (one side of a road), or are flats of one building. */
  readonly numbering: 'ones' | 'twos' | 'flats'
}
/** Where a terrace stands. */
export type Place = { readonly code: string; readonly town: string }

const numberings = [
  { share: 50, numbering: 'twos' },
  { share: 32, numbering: 'ones' },
  { share: 18, numbering: 'flats' },
] as const

export const drawTerrace = (random: Random): Terrace => {
  const { numbering } = random.weighted(numberings)
  const first = random.chance(0.5) ? 1 : random.between(1, 120)
  return {
    street: numbering === 'flats' ? drawBuilding(random) : drawStreet(random),
    first,
    numbering,
  }
}

const unitLetters = 'ABDEFGHJLNPQRSTUWXYZ'

/** The two letters that end a postcode, from one of four hundred numbers. */
export const unitOf = (unit: number): string =>
  unitLetters.charAt(Math.floor(unit / 20)) + unitLetters.charAt(unit % 20)

const letteredShare = 0.04

/** The home at one place of a terrace. */
export const homeAt = (random: Random, terrace: Terrace & Place, place: number): Home => {
  const { code, street, town, first, numbering } = terrace
  const number = first + place * (numbering === 'twos' ? 2 : 1)
  const letter = numbering !== 'flats' && random.chance(letteredShare) ? 'A' : ''
  const house = numbering === 'flats' ? `Flat ${number}` : `${number}${letter}`
  return { house, street, town, postcode: code }
}
