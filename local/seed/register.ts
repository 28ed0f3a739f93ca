import { createRandom } from '../people/random.ts'
import { makeHousehold } from './households/make-household.ts'
import { createIssuer } from './issuer.ts'
import { plantedFamilies } from './planted-families.ts'
import type { Household, SeedChild } from './seed-types.ts'

export type RegisterRequest = {
  readonly children?: number
  readonly seed?: number
  /** Ages are counted back from here, and whoever is unborn is expected after it. */
  readonly today: Date
}

/** What the demo and the tests load unless they say otherwise. */
export const defaultChildren = 300
/** One of which that many children hold a family for every concern of the seed, on each day of five years: few seeds do. */
export const defaultSeed = 20_262_077

/** Families without end: the planted ones first, then one per stream of chance. */
export function* generateHouseholds({
  seed = defaultSeed,
  today,
}: Omit<RegisterRequest, 'children'>): Generator<Household> {
  yield* plantedFamilies(today)
  const issuer = createIssuer()
  for (let number = 1; ; number += 1) yield makeHousehold(createRandom(seed, number), issuer, today)
}

/**
 * An invented register, one child at a time, brothers and sisters one after the other; it holds one family in memory
 * however long it is. The same seed and day give the same records, and a longer register begins with a shorter one.
 */
export function* generateRegister(request: RegisterRequest): Generator<SeedChild> {
  const { children = defaultChildren } = request
  let left = children
  for (const household of generateHouseholds(request)) {
    for (const child of household.children.slice(0, left)) yield child
    left -= household.children.length
    if (left <= 0) return
  }
}
