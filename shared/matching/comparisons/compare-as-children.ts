import type { ChildsOwn } from '../normalise/childs-own.ts'
import type { AddressLevel } from './address.ts'
import { compareAdults } from './adults.ts'
import { compareAges } from './age.ts'
import { isAtHome } from './at-home.ts'
import type { ChildFindings } from './comparisons.ts'
import type { DateOfBirthLevel } from './date-of-birth.ts'
import { compareExpectedDates } from './expected-date.ts'
import { holdsAt } from './holds-at.ts'
import type { NamePairing } from './name-pairing.ts'
import { compareOwnNames } from './own-name.ts'

/** What two people have already been found to agree on, before they are compared as children. */
export type FoundBefore = {
  readonly names: NamePairing | undefined
  readonly date: DateOfBirthLevel | undefined
}

/** Compares two children by what only children have. An age says nothing more where dates were compared. */
export const compareAsChildren = (
  a: ChildsOwn,
  b: ChildsOwn,
  { names, date }: FoundBefore,
): ChildFindings => ({
  'own-name': names && compareOwnNames(names),
  age: date === undefined ? compareAges(a.born, b.born) : undefined,
  'expected-date': compareExpectedDates(a, b),
  adults: compareAdults(a.adults, b.adults),
})

const isAtHomeOrInBuilding = { ...isAtHome, building: true } as const

/** Whether two children cannot be compared by where they live: a home that is assumed of one of them is not the other's. */
export const isHomeUnsaid = (
  ones: ChildsOwn | undefined,
  others: ChildsOwn | undefined,
  address: AddressLevel | undefined,
): boolean =>
  [ones, others].some((own) => own?.isHomeAssumed === true) &&
  !holdsAt(isAtHomeOrInBuilding, address)
