import { homeAt } from '../../local/people/homes.ts'
import type { Home } from '../../local/people/people-types.ts'
import { createRandom, type Random } from '../../local/people/random.ts'
import { blockAt } from '../population/blocks.ts'
import { householdsOf } from '../population/household.ts'
import { postcodeAt } from '../population/postcodes.ts'
import { registerRow } from '../population/register.ts'
import type { Row } from '../population/row.ts'
import type { Bearer } from './bearer.ts'
import type { Culture } from './culture.ts'
import { cultures } from './cultures.ts'
import { drawHousehold, type Setting } from './households.ts'
import { entryRow } from './told-row.ts'

/** Somebody of one of the cultures with their entry in the register. */
export type Registered = {
  readonly culture: Culture
  readonly bearer: Bearer
  readonly home: Home
  readonly housemates: readonly Bearer[]
  readonly postcode: number
  readonly row: Row
}

type Household = { readonly culture: Culture; readonly people: readonly Bearer[] }

export type Size = {
  readonly seed: number
  /** People of each culture. */
  readonly each: number
  /** People in the country's proportions, beside them. */
  readonly background: number
}

export type People = ReadonlyMap<Culture, readonly Registered[]>

export type MixedRegister = { readonly rows: readonly Row[]; readonly people: People }

/** A door of a postcode's street. */
type Door = { readonly postcode: number; readonly place: number }

const homesOfStreet = 15
/** Streets where all are mixed come after those that have one culture at every door. */
const mixedStreets = 2000

const doorAt = (count: number, streetOf: (nth: number) => number): Door => ({
  postcode: streetOf(Math.floor(count / homesOfStreet)),
  place: count % homesOfStreet,
})

/** Half of a culture's households live beside each other, half among all others. */
const doorsOf = (random: Random): ((cultureAt: number) => Door) => {
  const own = cultures.map(() => 0)
  let mixed = 0
  return (cultureAt) => {
    if (random.chance(0.5)) {
      mixed += 1
      return doorAt(mixed, (nth) => mixedStreets + nth)
    }
    const count = (own[cultureAt] ?? 0) + 1
    own[cultureAt] = count
    return doorAt(count, (nth) => cultureAt + cultures.length * nth)
  }
}

export const homeIn = (random: Random, seed: number, { postcode, place }: Door): Home =>
  homeAt(random, postcodeAt(seed, postcode), place)

type Placed = { readonly household: Household; readonly postcode: number; readonly home: Home }

const entriesOf = (random: Random, { household, postcode, home }: Placed): readonly Registered[] =>
  household.people.map((bearer) => {
    const { culture, people: housemates } = household
    const row = entryRow({ bearer, culture, random }, home)
    return { culture, bearer, home, housemates, postcode, row }
  })

type Households = {
  readonly draw: (setting: Setting) => readonly Bearer[]
  readonly firstSerial: number
}

/** The households of all cultures in turn, so that early serials, which have telephones, are of all. */
export const registeredOf = (
  { seed, each }: Size,
  { draw, firstSerial }: Households,
): readonly Registered[] => {
  const random = createRandom(seed, 1)
  const doorFor = doorsOf(random)
  const registered: Registered[] = []
  const counts = cultures.map(() => 0)
  while (counts.some((count) => count < each)) {
    for (const [at, culture] of cultures.entries()) {
      if ((counts[at] ?? 0) >= each) continue
      const people = draw({ random, culture, firstSerial: firstSerial + registered.length })
      const door = doorFor(at)
      const home = homeIn(random, seed, door)
      const household = { culture, people }
      registered.push(...entriesOf(random, { household, postcode: door.postcode, home }))
      counts[at] = (counts[at] ?? 0) + people.length
    }
  }
  return registered
}

/** Blocks from here on have serials that none of the cultures has. */
const firstBlock = 1000

function* backgroundOf({ seed, background }: Size): Generator<Row> {
  let written = 0
  for (let block = firstBlock; ; block += 1)
    for (const { home, people } of householdsOf(seed, blockAt(seed, block)))
      for (const person of people) {
        if (written === background) return
        yield registerRow(seed, person, home)
        written += 1
      }
}

/** A register of equal numbers of each culture, and of people in the country's proportions. */
export const mixedRegister = (size: Size): MixedRegister => {
  const registered = registeredOf(size, { draw: drawHousehold, firstSerial: 0 })
  const people = Map.groupBy(registered, ({ culture }) => culture)
  return { rows: [...registered.map(({ row }) => row), ...backgroundOf(size)], people }
}
