import { factsOf } from '../../cli/evaluate/read-people.ts'
import { indexKeys } from '../../shared/matching/index-keys.ts'
import type { StoredAdult } from '../../shared/register/stored.ts'
import { inhabitantAt, registerRow } from '../population/register.ts'
import type { Row } from '../population/row.ts'
import { hashOf } from './hash-of.ts'
import { adultIdAt } from './register-ids.ts'

/** Whoever stands at a place of the register, made again. */
export const rowAt = (seed: number, place: number): Row => {
  const { person, household } = inhabitantAt(seed, place)
  return registerRow(seed, person, household.home)
}

/** An adult as the table keeps them. No children are named. */
export const storedAdultAt = (seed: number, place: number): StoredAdult => {
  const row = rowAt(seed, place)
  const { otherIdentifiers, ...person } = factsOf({ ...row, identifier: '' })
  const nhsNumbers = row.identifier === '' ? [] : [row.identifier]
  return {
    adultId: adultIdAt(place),
    version: 1,
    person: { ...person, nhsNumbers },
    previousRemoval: false,
    restricted: { address: false },
    corrections: [],
    children: [],
    keys: [...new Set(indexKeys({ ...person, nhsNumbers }).map(hashOf))].toSorted(),
  }
}
