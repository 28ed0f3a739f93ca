import { homeAt } from '../../local/people/homes.ts'
import { seedFor } from '../../local/people/mix.ts'
import { type Home, lastAdultYear, type NameOrigin } from '../../local/people/people-types.ts'
import { createRandom, type Random } from '../../local/people/random.ts'
import { blockOfPerson, homesOf, postcodesOfBlock } from './blocks.ts'
import { errorRates } from './error-rates.ts'
import { notificationRow } from './notification.ts'
import { postcodeAt } from './postcodes.ts'
import { queryId, registerId } from './record-ids.ts'
import { type Inhabitant, inhabitantAt } from './register.ts'
import type { Row } from './row.ts'
import { makeStranger } from './strangers.ts'

export type Notifications = {
  readonly people: number
  readonly seed: number
  readonly queries: number
  /** The share of subjects whom the register does not know. */
  readonly unregistered: number
}

export type Notification = {
  readonly row: Row
  /** The register's id of the subject; undefined for somebody it does not know. */
  readonly registeredId: string | undefined
  readonly nameOrigin: NameOrigin
}

/** Adult services write mainly about adults. */
const childShare = 0.15
// The last block may be half filled; its streets are left out.
const postcodesOf = (seed: number, people: number): number =>
  Math.max(1, blockOfPerson(seed, people - 1).index * postcodesOfBlock)

const drawInhabitant = (random: Random, { seed, people }: Notifications): Inhabitant =>
  inhabitantAt(seed, random.between(0, people - 1))

/** Draws until a child or an adult is found; a register of very few may have none. */
const drawSubject = (random: Random, wanted: Notifications, isChild: boolean): Inhabitant => {
  for (let tries = 0; ; tries += 1) {
    const found = drawInhabitant(random, wanted)
    if (found.person.born.year > lastAdultYear === isChild || tries > 100) return found
  }
}

const fewMiles = 150 // in postcodes: most of a town

/** A home moved to: mostly near the one before, in one of the register's streets. */
const nextHome = (random: Random, { seed, people }: Notifications, from: number): Home => {
  const all = postcodesOf(seed, people)
  const isNear = random.chance(errorRates.movedNearby)
  const step = isNear ? random.between(-fewMiles, fewMiles) : random.between(0, all - 1)
  const postcode = Math.min(all - 1, Math.max(0, isNear ? from + step : step))
  return homeAt(random, postcodeAt(seed, postcode), random.between(0, homesOf(postcode) + 3))
}

const notificationAt = (wanted: Notifications, index: number): Notification => {
  const { seed } = wanted
  const random = createRandom(seedFor(seed, 'subject'), index)
  const slips = createRandom(seedFor(seed, 'slips'), index)
  const id = queryId(seed, index)
  const isChild = random.chance(childShare)
  if (random.chance(wanted.unregistered)) {
    const [host, model] = [drawInhabitant(random, wanted), drawSubject(random, wanted, isChild)]
    const postcodes = postcodesOf(seed, wanted.people)
    const stranger = makeStranger({ seed, random, index, isChild, host, model, postcodes })
    const row = notificationRow(id, stranger, slips)
    return { row, registeredId: undefined, nameOrigin: stranger.person.origin }
  }
  const { person, household, postcode } = drawSubject(random, wanted, isChild)
  const hasMoved = random.chance(errorRates.moved)
  const home = hasMoved ? nextHome(random, wanted, postcode) : household.home
  const row = notificationRow(id, { person, home }, slips)
  return { row, registeredId: registerId(seed, person.serial), nameOrigin: person.origin }
}

/** Notifications about people of the register that the same seed makes, and about some whom it does not know. */
export function* notificationsOf(wanted: Notifications): Generator<Notification, void> {
  for (let index = 0; index < wanted.queries; index += 1) yield notificationAt(wanted, index)
}
