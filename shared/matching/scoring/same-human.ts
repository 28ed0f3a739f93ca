import { compareAddresses } from '../comparisons/address.ts'
import { isAtHome } from '../comparisons/at-home.ts'
import { compareDatesOfBirth, type DateOfBirthLevel } from '../comparisons/date-of-birth.ts'
import { compareExpectedDates } from '../comparisons/expected-date.ts'
import { compareFamilyNames } from '../comparisons/family-name.ts'
import { compareGivenNames } from '../comparisons/given-name.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import { compareOwnNames } from '../comparisons/own-name.ts'
import { compareSexes } from '../comparisons/sex.ts'
import { compareShared } from '../comparisons/shared-value.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { isOneForename } from './is-one-forename.ts'

/** One home, or so near to it that one full name and one whole date are of one human. */
const isAtOrByHome = { ...isAtHome, building: true, place: true, neighbour: true } as const

const shareName = (a: PersonFeatures, b: PersonFeatures): boolean =>
  a.names.some((one) =>
    b.names.some(
      (other) =>
        compareGivenNames(one, other) === 'exact' && compareFamilyNames(one, other) === 'exact',
    ),
  )

const shareForename = (a: PersonFeatures, b: PersonFeatures): boolean =>
  a.names.some((one) =>
    b.names.some((other) => holdsAt(isOneForename, compareGivenNames(one, other))),
  )

const isOneDay = {
  exact: true,
  'known-parts': true,
  'day-month-swapped': true,
  'one-edit': true,
  'two-of-three': true,
  year: true,
  'year-edit': false,
  'years-apart': false,
  'year-off': false,
  near: false,
  loose: false,
  different: false,
} as const satisfies Record<DateOfBirthLevel, boolean>

const forenamesClash = (a: PersonFeatures, b: PersonFeatures): boolean =>
  a.names.length > 0 &&
  b.names.length > 0 &&
  a.names.every((one) => b.names.every((other) => compareGivenNames(one, other) === 'different'))

/** Brothers may share a first name by custom, and twins all but their own names. */
const areNamedApart = (a: PersonFeatures, b: PersonFeatures): boolean =>
  a.names.some((one) =>
    b.names.some((other) => {
      const given = compareGivenNames(one, other)
      const family = compareFamilyNames(one, other)
      return compareOwnNames({ a: one, b: other, form: 'current', given, family }) === 'named-apart'
    }),
  )

/** Nothing of these stated rules is evidence between two children who may be twins. */
const isSameChild = (a: PersonFeatures, b: PersonFeatures): boolean | undefined => {
  if (a.ofChild === undefined || b.ofChild === undefined) return undefined
  if (areNamedApart(a, b) || forenamesClash(a, b)) return false
  const areUnborn = a.ofChild.born === undefined && b.ofChild.born === undefined
  const isExpected = compareExpectedDates(a.ofChild, b.ofChild) === 'same-pregnancy'
  return areUnborn && isExpected ? true : undefined
}

/**
 * Whether two register entries are evidently one human, entered by two authorities: one NHS number, forename and day of birth,
 * or one full name, full date of birth and home; children also by one pregnancy, and not where any of their names are
 * two. Stated rules, no weights: such entries must not stand in each other's way, and nobody else may be taken for one. A
 * number alone is no reason: it may stand in the wrong record.
 */
export const isSameHuman = (a: PersonFeatures, b: PersonFeatures): boolean => {
  const asChildren = isSameChild(a, b)
  if (asChildren !== undefined) return asChildren
  if (compareSexes(a.sex, b.sex) === 'different') return false
  const number = compareShared(a.identifiers, b.identifiers)
  const date = compareDatesOfBirth(a.dateOfBirth, b.dateOfBirth)
  if (number === 'same') return shareForename(a, b) && (date === undefined || isOneDay[date])
  if (number !== undefined || date !== 'exact' || !shareName(a, b)) return false
  return holdsAt(isAtOrByHome, compareAddresses(a.addresses, b.addresses))
}
