import { drawTerrace, type Place, type Terrace, unitOf } from '../../local/people/homes.ts'
import { mix, seedFor } from '../../local/people/mix.ts'
import { minorityShare } from '../../local/people/names/origins.ts'
import { createRandom } from '../../local/people/random.ts'
import { districtOf } from './towns.ts'

/** Fifteen to forty homes of one street. */
export type Postcode = Terrace & Place & { readonly shareOfMinority: number }

const postcodesOfSector = 40
const sectorsOfDistrict = 5

const codeOf = (postcode: number): { readonly code: string; readonly town: string } => {
  const sector = Math.floor(postcode / postcodesOfSector)
  const { outcode, town } = districtOf(Math.floor(sector / sectorsOfDistrict))
  // Odd, so that each unit of a sector is another: forty of four hundred.
  const unit = ((postcode % postcodesOfSector) * 127 + (mix(sector) % 400)) % 400
  return { code: `${outcode} ${(sector % sectorsOfDistrict) * 2 + 1}${unitOf(unit)}`, town }
}

// Families of one origin live near each other: on a quarter of streets they are many, elsewhere few.
const mixedStreets = 0.25
const shareOnMixed = 0.55
const shareElsewhere = (minorityShare - mixedStreets * shareOnMixed) / (1 - mixedStreets)

/** Long streets have several postcodes: one in four goes on where its neighbour ends. */
export const postcodeAt = (seed: number, postcode: number): Postcode => {
  const random = createRandom(seedFor(seed, 'postcode'), postcode)
  const goesOn = random.chance(0.25) && postcode % postcodesOfSector > 0
  const own = drawTerrace(random)
  const shareOfMinority = random.chance(mixedStreets) ? shareOnMixed : shareElsewhere
  const place = { ...codeOf(postcode), shareOfMinority }
  if (!goesOn) return { ...place, ...own }
  const before = postcodeAt(seed, postcode - 1)
  const next = before.first + (before.numbering === 'twos' ? 84 : 42)
  return { ...place, street: before.street, first: next, numbering: before.numbering }
}
