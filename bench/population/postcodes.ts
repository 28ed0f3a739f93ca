import { createRandom, type Random } from '../../local/seed/random.ts'
import { mix, seedFor } from './mix.ts'
import { minorityShare } from './name-origins.ts'
import type { Home } from './population-types.ts'
import { drawBuilding, drawStreet } from './streets.ts'
import { districtOf } from './towns.ts'

/** Fifteen to forty homes of one street. */
export type Postcode = {
  readonly code: string
  readonly street: string
  readonly town: string
  /** The number of the first house. */
  readonly first: number
  /** Whether houses are numbered by ones (a close), by twos (one side of a road), or are flats of one building. */
  readonly numbering: 'ones' | 'twos' | 'flats'
  readonly shareOfMinority: number
}

const postcodesOfSector = 40
const sectorsOfDistrict = 5
const unitLetters = 'ABDEFGHJLNPQRSTUWXYZ'

const codeOf = (postcode: number): { readonly code: string; readonly town: string } => {
  const sector = Math.floor(postcode / postcodesOfSector)
  const { outcode, town } = districtOf(Math.floor(sector / sectorsOfDistrict))
  // Odd, so that each unit of a sector is another: forty of four hundred.
  const unit = ((postcode % postcodesOfSector) * 127 + (mix(sector) % 400)) % 400
  const letters = unitLetters.charAt(Math.floor(unit / 20)) + unitLetters.charAt(unit % 20)
  return { code: `${outcode} ${(sector % sectorsOfDistrict) * 2 + 1}${letters}`, town }
}

const numberings = [
  { share: 50, numbering: 'twos' },
  { share: 32, numbering: 'ones' },
  { share: 18, numbering: 'flats' },
] as const

// Families of one origin live near each other: on a quarter of streets they are many, elsewhere few.
const mixedStreets = 0.25
const shareOnMixed = 0.55
const shareElsewhere = (minorityShare - mixedStreets * shareOnMixed) / (1 - mixedStreets)

const streetAt = (random: Random, numbering: Postcode['numbering']): string =>
  numbering === 'flats' ? drawBuilding(random) : drawStreet(random)

/** Long streets have several postcodes: one in four goes on where its neighbour ends. */
export const postcodeAt = (seed: number, postcode: number): Postcode => {
  const random = createRandom(seedFor(seed, 'postcode'), postcode)
  const goesOn = random.chance(0.25) && postcode % postcodesOfSector > 0
  const own = random.weighted(numberings).numbering
  const first = random.chance(0.5) ? 1 : random.between(1, 120)
  const shareOfMinority = random.chance(mixedStreets) ? shareOnMixed : shareElsewhere
  const street = streetAt(random, own)
  const place = { ...codeOf(postcode), shareOfMinority }
  if (!goesOn) return { ...place, street, first, numbering: own }
  const before = postcodeAt(seed, postcode - 1)
  const next = before.first + (before.numbering === 'twos' ? 84 : 42)
  return { ...place, street: before.street, first: next, numbering: before.numbering }
}

const letteredShare = 0.04

/** The home at one place of a postcode. */
export const homeAt = (random: Random, postcode: Postcode, place: number): Home => {
  const { code, street, town, first, numbering } = postcode
  const number = first + place * (numbering === 'twos' ? 2 : 1)
  const letter = numbering !== 'flats' && random.chance(letteredShare) ? 'A' : ''
  const house = numbering === 'flats' ? `Flat ${number}` : `${number}${letter}`
  return { house, street, town, postcode: code }
}
