import { createRandom, type Random } from '../../local/seed/random.ts'
import { makeAdults, makeOthers } from './adults.ts'
import { type Block, blockOfHousehold, householdAt, type Slot, slotOfHousehold } from './blocks.ts'
import { makeChildren } from './children.ts'
import type { HouseholdKind } from './household-kinds.ts'
import { seedFor } from './mix.ts'
import { drawHabit } from './name-origins.ts'
import type { Household, Person } from './population-types.ts'
import { homeAt, type Postcode, postcodeAt } from './postcodes.ts'

type Setting = {
  readonly kind: HouseholdKind
  readonly shareOfMinority: number
  readonly firstSerial: number
}

/** The people of one house: adults, those who live with them, children. */
export const makePeople = (
  random: Random,
  { kind, shareOfMinority, firstSerial }: Setting,
): readonly Person[] => {
  const setting = { random, kind, firstSerial, habit: drawHabit(random, shareOfMinority) }
  const adults = makeAdults(setting)
  const grown = [...adults.people, ...makeOthers(setting, adults)]
  return [...grown, ...makeChildren(setting, adults, firstSerial + grown.length)]
}

/** One household, from its own stream of chance. */
export const makeHousehold = (
  random: Random,
  { kind, firstPerson, place }: Slot,
  postcode: Postcode,
): Household => ({
  home: homeAt(random, postcode, place),
  people: makePeople(random, {
    kind,
    firstSerial: firstPerson,
    shareOfMinority: postcode.shareOfMinority,
  }),
})

const streamOf = (seed: number, household: number): Random =>
  createRandom(seedFor(seed, 'people'), household)

/** All households of a block; each postcode is made once. */
export function* householdsOf(seed: number, block: Block): Generator<Household> {
  let known: { readonly index: number; readonly postcode: Postcode } | undefined
  for (const [at, slot] of block.slots.entries()) {
    if (known?.index !== slot.postcode)
      known = { index: slot.postcode, postcode: postcodeAt(seed, slot.postcode) }
    yield makeHousehold(streamOf(seed, householdAt(block, at)), slot, known.postcode)
  }
}

/** One household made again, alone. */
export const householdNumbered = (seed: number, household: number): Household => {
  const at = slotOfHousehold(household)
  const slot = blockOfHousehold(seed, household).slots[at]
  if (slot === undefined) throw new RangeError('there is no such household')
  return makeHousehold(streamOf(seed, household), slot, postcodeAt(seed, slot.postcode))
}
