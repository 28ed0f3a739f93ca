import { factsOf } from '../../cli/evaluate/read-people.ts'
import { westmarch } from '../../infra/stages/local.ts'
import { nhsNumberOf } from '../../local/people/invented-numbers.ts'
import { lastAdultYear, type Person } from '../../local/people/people-types.ts'
import type { ChildFacts } from '../../shared/matching/child-facts.ts'
import { childIndexKeys } from '../../shared/matching/child-keys.ts'
import { type IndexKey, indexKeys } from '../../shared/matching/index-keys.ts'
import { type Adult, adultSchema } from '../../shared/register/adult.ts'
import { type Child, childSchema } from '../../shared/register/child.ts'
import { type Family, relationshipOf } from '../children/families.ts'
import type { Household } from '../population/household.ts'
import { registerRow } from '../population/register.ts'

const authority = westmarch

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

const factsTold = (person: Person, { home }: Household, seed: number) => {
  const { names, dateOfBirth, sex, addresses, phones, emails } = factsOf(
    registerRow(seed, person, home),
  )
  const number = nhsNumberOf(person.serial)
  const nhsNumbers = number === '' ? [] : [number]
  return { names, dateOfBirth, sex, addresses, phones, emails, nhsNumbers }
}

/** Everybody of a household with the keys under which the register holds them. */
export const keysOfHousehold = (
  household: Household,
  seed: number,
): readonly (readonly [id: string, kind: 'adult' | 'child', keys: readonly IndexKey[]])[] => {
  const { children, adults, family } = parts(household)
  const told = children.map((child) => [child, factsTold(child, household, seed)] as const)
  const evidence = told.map(([, { names, dateOfBirth }]) => ({ ...names[0], dateOfBirth }))
  const isParent = (adult: Person): boolean => children.length > 0 && family.parents.includes(adult)
  const parents = family.parents.map((parent) => {
    const { names, dateOfBirth } = factsTold(parent, household, seed)
    return { names, dateOfBirth, relationship: relationshipOf(parent) }
  })
  return [
    ...adults.map((adult) => {
      const facts = factsTold(adult, household, seed)
      return [idOf(adult), 'adult', indexKeys(facts, isParent(adult) ? evidence : [])] as const
    }),
    ...told.map(([child, { phones: _p, emails: _e, ...facts }]) => {
      const sought: ChildFacts = { ...facts, adults: parents }
      return [idOf(child), 'child', childIndexKeys(sought)] as const
    }),
  ]
}

/** A household as its authority would record it: each child with its parents, and other adults by themselves. */
export const recordsOf = (
  household: Household,
  seed: number,
  status: Child['status']['code'] = 'IN_NEED',
): {
  readonly children: readonly (readonly [localId: string, child: Child])[]
  readonly adults: readonly (readonly [localId: string, adult: Adult])[]
} => {
  const { children, adults, family } = parts(household)
  const related = family.parents.map((parent) => ({
    id: localIdOf(parent),
    relationship: relationshipOf(parent),
    livesWithChild: 'YES',
    ...factsTold(parent, household, seed),
  }))
  const alone = children.length > 0 ? adults.slice(2) : adults
  return {
    children: children.map((child) => {
      const told = factsTold(child, household, seed)
      const { names, nhsNumbers, phones: _p, emails: _e, ...facts } = told
      const [nhsNumber] = nhsNumbers
      const sent = {
        authority,
        ...facts,
        name: names[0],
        status: { code: status, from: '2026-03-02' },
        ...(nhsNumber !== undefined && { nhsNumber }),
        adults: related,
      }
      return [localIdOf(child), childSchema.parse(sent)] as const
    }),
    adults: alone.map(
      (adult) =>
        [
          localIdOf(adult),
          adultSchema.parse({ authority, ...factsTold(adult, household, seed) }),
        ] as const,
    ),
  }
}
