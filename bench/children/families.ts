import { nhsNumberOf } from '../../local/people/invented-numbers.ts'
import { type Home, lastAdultYear, type Person } from '../../local/people/people-types.ts'
import type { AdultOfChild, ChildFacts } from '../../shared/matching/child-facts.ts'
import { blockAt } from '../population/blocks.ts'
import { householdsOf } from '../population/household.ts'

/** A home with children, and the adults who are their parents. */
export type Family = {
  readonly home: Home
  readonly parents: readonly Person[]
  readonly children: readonly Person[]
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

export const dateOf = ({ year, month, day }: Person['born']): string =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}`

/** The families among the first people that a seed makes, without keeping any. */
export function* familiesOf({ seed, people }: { seed: number; people: number }): Generator<Family> {
  let met = 0
  for (let block = 0; met < people; block += 1) {
    for (const household of householdsOf(seed, blockAt(seed, block))) {
      met += household.people.length
      const children = household.people.filter(({ born }) => born.year > lastAdultYear)
      const adults = household.people.filter(({ born }) => born.year <= lastAdultYear)
      if (children.length > 0) yield { home: household.home, parents: adults.slice(0, 2), children }
    }
  }
}

export const adultOf = (parent: Person): AdultOfChild => ({
  names: [{ given: parent.given.join(' '), family: parent.family }],
  dateOfBirth: dateOf(parent.born),
  relationship: parent.sex === 'F' ? 'MOTHER' : 'FATHER',
})

export const addressOf = ({ house, street, town, postcode }: Home) => ({
  houseNumber: house,
  street,
  town,
  postcode,
})

/** A child as a register would hold it. */
export const registered = (child: Person, { home, parents }: Family): ChildFacts => ({
  names: [{ given: child.given.join(' '), family: child.family }],
  dateOfBirth: dateOf(child.born),
  sex: child.sex,
  nhsNumbers: [nhsNumberOf(child.serial)],
  addresses: [addressOf(home)],
  adults: parents.map(adultOf),
})
