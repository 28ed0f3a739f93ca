import { factsOf } from '../../cli/evaluate/read-people.ts'
import { nhsNumberOf } from '../../local/people/invented-numbers.ts'
import { lastAdultYear, type Person } from '../../local/people/people-types.ts'
import type { ChildFacts } from '../../shared/matching/child-facts.ts'
import { childIndexKeys } from '../../shared/matching/child-keys.ts'
import { type IndexKey, indexKeys } from '../../shared/matching/index-keys.ts'
import { type Adult, adultSchema } from '../../shared/register/adult.ts'
import { type Child, childSchema } from '../../shared/register/child.ts'
import { dateOf, type Family, registeredChild } from '../children/families.ts'
import type { Household } from '../population/household.ts'
import { registerRow } from '../population/register.ts'

const authority = 'E06000991'

const isChild = ({ born }: Person): boolean => born.year > lastAdultYear
const localIdOf = (person: Person): string => `${isChild(person) ? 'C' : 'A'}${person.serial}`

/** Hub-wide id of a person of the population. */
export const idOf = (person: Person): string => `${authority}.${localIdOf(person)}`

const parts = ({ home, people }: Household) => {
  const children = people.filter(isChild)
  const adults = people.filter((person) => !isChild(person))
  const family: Family = { home, parents: adults.slice(0, 2), children }
  return { children, adults, family }
}

/** Everybody of a household with the keys under which the register holds them. */
export const keysOfHousehold = (
  household: Household,
  seed: number,
): readonly (readonly [id: string, kind: 'adult' | 'child', keys: readonly IndexKey[]])[] => {
  const { children, adults, family } = parts(household)
  const evidence = children.map(({ given, family: name, born }) => ({
    given: given.join(' '),
    family: name,
    dateOfBirth: dateOf(born),
  }))
  const isParent = (adult: Person): boolean => children.length > 0 && family.parents.includes(adult)
  return [
    ...adults.map((adult) => {
      const facts = factsOf(registerRow(seed, adult, household.home))
      const keys = indexKeys(facts, isParent(adult) ? evidence : [])
      return [idOf(adult), 'adult', keys] as const
    }),
    ...children.map((child) => {
      const facts: ChildFacts = registeredChild({ child, family })
      return [idOf(child), 'child', childIndexKeys(facts)] as const
    }),
  ]
}

const factsTold = (person: Person, { home }: Household, seed: number) => {
  const { names, dateOfBirth, sex, addresses, phones, emails } = factsOf(
    registerRow(seed, person, home),
  )
  const number = nhsNumberOf(person.serial)
  return { names, dateOfBirth, sex, addresses, phones, emails, number }
}

const adultTold = (adult: Person, household: Household, seed: number) => {
  const { number, ...facts } = factsTold(adult, household, seed)
  return { ...facts, nhsNumbers: number === '' ? [] : [number] }
}

/** A household as its authority would record it: each child with its parents, and other adults by themselves. */
export const recordsOf = (
  household: Household,
  seed: number,
): {
  readonly children: readonly (readonly [localId: string, child: Child])[]
  readonly adults: readonly (readonly [localId: string, adult: Adult])[]
} => {
  const { children, adults, family } = parts(household)
  const related = family.parents.map((parent) => ({
    id: localIdOf(parent),
    relationship: parent.sex === 'F' ? 'MOTHER' : 'FATHER',
    livesWithChild: 'YES',
    ...adultTold(parent, household, seed),
  }))
  const alone = children.length > 0 ? adults.slice(2) : adults
  return {
    children: children.map((child) => {
      const { names, number, phones: _p, emails: _e, ...facts } = factsTold(child, household, seed)
      const told = {
        authority,
        ...facts,
        name: names[0],
        status: { code: 'IN_NEED', from: '2026-03-02' },
        ...(number !== '' && { nhsNumber: number }),
        adults: related,
      }
      return [localIdOf(child), childSchema.parse(told)] as const
    }),
    adults: alone.map(
      (adult) =>
        [
          localIdOf(adult),
          adultSchema.parse({ authority, ...adultTold(adult, household, seed) }),
        ] as const,
    ),
  }
}
