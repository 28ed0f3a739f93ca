import { factsOf } from '../../cli/evaluate/read-people.ts'
import type { Home, Person } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { ChildFacts } from '../../shared/matching/child-facts.ts'
import { childLookupKeys } from '../../shared/matching/child-keys.ts'
import { type IndexKey, lookupKeys, lookupsOfEach } from '../../shared/matching/index-keys.ts'
import { notificationRow } from '../population/notification.ts'
import type { Family } from './families.ts'
import { toldChild } from './told-child.ts'

/** One person of a concern: the register's id of whom it means, and what is looked up. */
export type SoughtPerson = {
  readonly kind: 'adult' | 'child'
  /** A child of another family, told at a home that no register knows as its own. */
  readonly isElsewhere?: boolean
  readonly id: string
  readonly keys: readonly IndexKey[]
}

export const adultId = ({ serial }: Person): string => `a${serial}`
export const childId = ({ serial }: Person): string => `c${serial}`

const evidenceOf = ({ names, dateOfBirth }: ChildFacts) => ({ ...names[0], dateOfBirth })

/**
 * A concern about two adults and four children: those of one family, with adults and children of others in their home
 * where the family has fewer. All are registered.
 */
export const sixPeople = (
  families: readonly [Family, ...Family[]],
  random: Random,
): readonly SoughtPerson[] => {
  const [{ home }] = families
  const adults = families.flatMap(({ parents }) => parents).slice(0, 2)
  const members = families.flatMap((family) => family.children.map((child) => ({ child, family })))
  const children = members.slice(0, 4).map(({ child, family }) => ({
    id: childId(child),
    isElsewhere: family !== families[0],
    told: toldChild({ child, family: { ...family, home } }, random),
  }))
  const evidence = children.map(({ told }) => evidenceOf(told))
  const keysOf = (adult: Person, at: Home): readonly IndexKey[] =>
    lookupKeys(
      factsOf(notificationRow('', { person: adult, home: at }, random)),
      evidence,
      lookupsOfEach,
    )
  return [
    ...adults.map(
      (adult): SoughtPerson => ({
        kind: 'adult',
        id: adultId(adult),
        keys: keysOf(adult, home),
      }),
    ),
    ...children.map(
      ({ id, told, isElsewhere }): SoughtPerson => ({
        kind: 'child',
        isElsewhere,
        id,
        keys: childLookupKeys(told),
      }),
    ),
  ]
}
