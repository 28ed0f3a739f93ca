import { type AddressLevel, compareAddresses } from '../comparisons/address.ts'
import { compareDatesOfBirth } from '../comparisons/date-of-birth.ts'
import { compareFamilyNames } from '../comparisons/family-name.ts'
import { compareGivenNames } from '../comparisons/given-name.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import { compareSexes } from '../comparisons/sex.ts'
import { compareShared } from '../comparisons/shared-value.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'

const atHome = {
  property: true,
  home: true,
  'home-in-part': true,
  'home-place-slip': true,
  'home-number-slip': false,
  place: true,
  'number-near-place': false,
  neighbour: true,
  street: false,
  'near-place': false,
  area: false,
  number: false,
  different: false,
} as const satisfies Record<AddressLevel, boolean>

const shareName = (a: PersonFeatures, b: PersonFeatures): boolean =>
  a.names.some((one) =>
    b.names.some(
      (other) =>
        compareGivenNames(one, other) === 'exact' && compareFamilyNames(one, other) === 'exact',
    ),
  )

const forenamesClash = (a: PersonFeatures, b: PersonFeatures): boolean =>
  a.names.length > 0 &&
  b.names.length > 0 &&
  a.names.every((one) => b.names.every((other) => compareGivenNames(one, other) === 'different'))

/**
 * Whether two register entries are evidently one human, entered by two authorities: one NHS number (unless forename and
 * date of birth both deny it), or one full name, full date of birth and home. Stated rules, no weights: such entries
 * must not stand in each other's way, and nobody else may be taken for one.
 */
export const isSameHuman = (a: PersonFeatures, b: PersonFeatures): boolean => {
  const number = compareShared(a.identifiers, b.identifiers)
  const date = compareDatesOfBirth(a.dateOfBirth, b.dateOfBirth)
  if (number === 'same') return !(date === 'different' && forenamesClash(a, b))
  if (number !== undefined || date !== 'exact') return false
  if (compareSexes(a.sex, b.sex) === 'different' || !shareName(a, b)) return false
  return holdsAt(atHome, compareAddresses(a.addresses, b.addresses))
}
