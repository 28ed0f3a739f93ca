import { nhsNumberOf } from '../../local/people/invented-numbers.ts'
import { type Home, lastAdultYear, type Person } from '../../local/people/people-types.ts'
import type { AdultOfChild, ChildFacts } from '../../shared/matching/child-facts.ts'
import type { Address } from '../../shared/people/person.ts'
import { blockAt } from '../population/blocks.ts'
import { householdsOf } from '../population/household.ts'

/** A home with children, and the adults who are their parents. */
export type Family = {
  readonly home: Home
  readonly parents: readonly Person[]
  readonly children: readonly Person[]
}

/** A child and the family that it belongs to. */
export type Member = { readonly child: Person; readonly family: Family }

export type Population = { readonly seed: number; readonly people: number }

/** The families among the first people that a seed makes. */
export function* familiesOf({ seed, people }: Population): Generator<Family> {
  let met = 0
  for (let block = 0; met < people; block += 1) {
    for (const { home, people: members } of householdsOf(seed, blockAt(seed, block))) {
      met += members.length
      const children = members.filter(({ born }) => born.year > lastAdultYear)
      const adults = members.filter(({ born }) => born.year <= lastAdultYear)
      if (children.length > 0) yield { home, parents: adults.slice(0, 2), children }
    }
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

export const dateOf = ({ year, month, day }: Person['born']): string =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}`

export const relationshipOf = ({ sex }: Person): string => (sex === 'F' ? 'MOTHER' : 'FATHER')

export const adultOf = (parent: Person): AdultOfChild => ({
  names: [{ given: parent.given.join(' '), family: parent.family }],
  dateOfBirth: dateOf(parent.born),
  relationship: relationshipOf(parent),
})

export const addressOf = ({ house, street, town, postcode }: Home): Address => ({
  houseNumber: house,
  street,
  town,
  postcode,
})

/** A child as a register holds it: everything known, nothing wrong. */
export const registeredChild = ({ child, family }: Member): ChildFacts => {
  const number = nhsNumberOf(child.serial)
  return {
    names: [{ given: child.given.join(' '), family: child.family }],
    dateOfBirth: dateOf(child.born),
    sex: child.sex,
    nhsNumbers: number === '' ? [] : [number],
    addresses: [addressOf(family.home)],
    adults: family.parents.map(adultOf),
  }
}
