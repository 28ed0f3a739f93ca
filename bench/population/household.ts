import { makeChildren } from '../../local/people/children.ts'
import { lineOfChildren } from '../../local/people/family-names.ts'
import { homeAt } from '../../local/people/homes.ts'
import { seedFor } from '../../local/people/mix.ts'
import { drawHabit } from '../../local/people/names/origins.ts'
import {
  type Born,
  type Home,
  lastAdultYear,
  lastYear,
  type Person,
} from '../../local/people/people-types.ts'
import { drawBorn } from '../../local/people/person.ts'
import { createRandom, type Random } from '../../local/people/random.ts'
import { type Adults, makeAdults, makeOthers, type Setting } from './adults.ts'
import { type Block, blockOfHousehold, householdAt, type Slot, slotOfHousehold } from './blocks.ts'
import type { HouseholdKind } from './household-kinds.ts'
import { type Postcode, postcodeAt } from './postcodes.ts'

export type Household = { readonly home: Home; readonly people: readonly Person[] }

type Members = {
  readonly kind: HouseholdKind
  readonly shareOfMinority: number
  readonly firstSerial: number
}

const twinShare = 0.025

const drawBirth = ({ random, kind }: Setting, adults: Adults): Born => {
  const ofAge = ((adults.mother ?? adults.father)?.born.year ?? 1990) + 17
  const first = kind.areGrown ? ofAge + 3 : Math.max(ofAge, lastAdultYear + 1)
  const last = kind.areGrown ? lastAdultYear : lastYear
  return drawBorn(
    random,
    random.between(Math.min(first, last), Math.min(last, Math.max(first, first + 24))),
  )
}

const drawBirths = (setting: Setting, adults: Adults): readonly Born[] => {
  const births: Born[] = []
  while (births.length < setting.kind.children) {
    const elder = births.at(-1)
    const isTwin = elder !== undefined && setting.random.chance(twinShare)
    births.push(isTwin ? elder : drawBirth(setting, adults))
  }
  return births
}

/** The people of one house: adults, those who live with them, children. */
export const makePeople = (
  random: Random,
  { kind, shareOfMinority, firstSerial }: Members,
): readonly Person[] => {
  const setting = { random, kind, firstSerial, habit: drawHabit(random, shareOfMinority) }
  const adults = makeAdults(setting)
  const grown = [...adults.people, ...makeOthers(setting, adults)]
  if (kind.children === 0) return grown
  const family = { ...setting, ...adults, line: lineOfChildren(random, setting.habit, adults) }
  return [
    ...grown,
    ...makeChildren(family, drawBirths(setting, adults), firstSerial + grown.length),
  ]
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
