import { nhsNumberOf } from '../../local/people/invented-numbers.ts'
import { plainLetters } from '../../local/people/names/plain-letters.ts'
import type { Home, Person } from '../../local/people/people-types.ts'
import { blockAt, blockOfPerson, householdAt, type Slot } from './blocks.ts'
import { type Household, householdNumbered, householdsOf } from './household.ts'
import { sizeOf } from './household-kinds.ts'
import { personRow } from './person-row.ts'
import { registerId } from './record-ids.ts'
import type { Row } from './row.ts'

// The last signs of an id are as good as chance.
/** Half of the register's clerks have keys for the marks of Polish and Romanian. */
const hasMarks = (id: string): boolean => Number.parseInt(id.charAt(8), 16) < 8
/** One in twelve entries is without the NHS number. */
const hasNumber = (id: string): boolean => Number.parseInt(id.slice(5, 7), 16) > 20
/** One in eight entries has only the name that the person is called by. */
const givenNames = ({ given, called }: Person, id: string): string =>
  Number.parseInt(id.charAt(7), 16) < 2 ? (given[called] ?? '') : given.join(' ')

/** How the register writes a person down. */
export const registerRow = (seed: number, person: Person, home: Home): Row => {
  const id = registerId(seed, person.serial)
  const spelt = hasMarks(id) ? (text: string): string => text : plainLetters
  return {
    ...personRow(id, { person, home }),
    given_names: spelt(givenNames(person, id)),
    family_name: spelt(person.family),
    identifier: hasNumber(id) ? nhsNumberOf(person.serial) : '',
  }
}

export type Register = { readonly people: number; readonly seed: number }

/** The register, person by person, without keeping any. */
export function* populationOf({ people, seed }: Register): Generator<Row, void> {
  let written = 0
  for (let block = 0; ; block += 1) {
    for (const { home, people: members } of householdsOf(seed, blockAt(seed, block))) {
      for (const person of members) {
        if (written === people) return
        yield registerRow(seed, person, home)
        written += 1
      }
    }
  }
}

export type Inhabitant = {
  readonly person: Person
  readonly household: Household
  readonly postcode: number
}

const holds = ({ firstPerson, kind }: Slot, place: number): boolean =>
  place >= firstPerson && place < firstPerson + sizeOf(kind)

/** The person at a place of the register, from 0, with the household. */
export const inhabitantAt = (seed: number, place: number): Inhabitant => {
  const block = blockOfPerson(seed, place)
  const at = block.slots.findIndex((slot) => holds(slot, place))
  const household = householdNumbered(seed, householdAt(block, at))
  const person = household.people.find(({ serial }) => serial === place)
  if (person === undefined) throw new RangeError('nobody has this place in the register')
  return { person, household, postcode: block.slots[at]?.postcode ?? 0 }
}
