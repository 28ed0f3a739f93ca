import { seedFor } from '../../local/people/mix.ts'
import { createRandom } from '../../local/people/random.ts'
import { type HouseholdKind, householdKinds, sizeOf } from './household-kinds.ts'

/**
 * Two hundred neighbouring households: each block has the same kinds in another order, so all have as many people, and
 * whoever is the n-th of the register is found without counting those before.
 */
export type Block = {
  readonly index: number
  readonly slots: readonly Slot[]
}
export type Slot = {
  readonly kind: HouseholdKind
  /** The place of the first of the household in the register, from 0. */
  readonly firstPerson: number
  readonly postcode: number
  /** The place of the home among those of the postcode. */
  readonly place: number
}

const kinds = householdKinds.flatMap((kind) => Array.from({ length: kind.count }, () => kind))
const householdsOfBlock = kinds.length
const peopleOfBlock = kinds.reduce((sum, kind) => sum + sizeOf(kind), 0)

// Homes of each of the eight postcodes of a block.
const homesOfPostcodes = [22, 15, 31, 18, 40, 27, 20, 27]
const places = homesOfPostcodes.flatMap((homes, postcode) =>
  Array.from({ length: homes }, (_, place) => ({ postcode, place })),
)
export const postcodesOfBlock = homesOfPostcodes.length

export const homesOf = (postcode: number): number =>
  homesOfPostcodes[postcode % homesOfPostcodes.length] ?? 0

// Steps that walk through all two hundred before they return: they share no factor with it.
const steps = [3, 7, 11, 13, 17, 19, 21, 23, 27, 29, 31, 33, 37, 39, 41, 43, 47, 49, 51, 53, 57, 59]

export const blockAt = (seed: number, index: number): Block => {
  const random = createRandom(seedFor(seed, 'block'), index)
  const start = random.between(0, householdsOfBlock - 1)
  const step = random.pick(steps)
  let firstPerson = index * peopleOfBlock
  const slots = places.map(({ postcode, place }, at) => {
    const kind = kinds[(start + at * step) % householdsOfBlock]
    if (kind === undefined) throw new RangeError('a block has a kind for each place')
    const slot = { kind, firstPerson, postcode: index * postcodesOfBlock + postcode, place }
    firstPerson += sizeOf(kind)
    return slot
  })
  return { index, slots }
}

export const blockOfPerson = (seed: number, person: number): Block =>
  blockAt(seed, Math.floor(person / peopleOfBlock))

export const blockOfHousehold = (seed: number, household: number): Block =>
  blockAt(seed, Math.floor(household / householdsOfBlock))

export const householdAt = ({ index }: Block, slot: number): number =>
  index * householdsOfBlock + slot

export const slotOfHousehold = (household: number): number => household % householdsOfBlock
