import type { PersonFeatures } from '../normalise/person-features.ts'
import { addressLevels, compareAddresses } from './address.ts'
import { childrenLevels, compareChildren } from './children.ts'
import { compareDatesOfBirth, dateOfBirthLevels } from './date-of-birth.ts'
import { familyNameLevels } from './family-name.ts'
import { givenNameLevels } from './given-name.ts'
import { compareSexes } from './sex.ts'
import { compareShared, sharedLevels } from './shared-value.ts'

/**
 * How a pair of names was laid together: as written, by a former name or alias, or with the halves exchanged. Not a
 * finding but a price, paid for having looked for the best of several pairings.
 */
const nameFormLevels = ['current', 'former', 'exchanged', 'former-exchanged'] as const
export type NameFormLevel = (typeof nameFormLevels)[number]

/** Every comparison with its levels, strongest first. A model gives a weight to each. */
export const comparisonLevels = {
  'name-form': nameFormLevels,
  'given-name': givenNameLevels,
  'family-name': familyNameLevels,
  'date-of-birth': dateOfBirthLevels,
  'nhs-number': sharedLevels,
  phone: sharedLevels,
  email: sharedLevels,
  address: addressLevels,
  sex: sharedLevels,
  children: childrenLevels,
} as const
export type ComparisonName = keyof typeof comparisonLevels

type Compare = (a: PersonFeatures, b: PersonFeatures) => string | undefined

/** The comparisons that take one look at two people. Names are weighed apart: their level depends on which pairing is best. */
export const plainComparisons: readonly (readonly [ComparisonName, Compare])[] = [
  ['date-of-birth', (a, b) => compareDatesOfBirth(a.dateOfBirth, b.dateOfBirth)],
  ['nhs-number', (a, b) => compareShared(a.nhsNumbers, b.nhsNumbers)],
  ['phone', (a, b) => compareShared(a.phones, b.phones)],
  ['email', (a, b) => compareShared(a.emails, b.emails)],
  ['address', (a, b) => compareAddresses(a.addresses, b.addresses)],
  ['sex', (a, b) => compareSexes(a.sex, b.sex)],
  ['children', (a, b) => compareChildren(a.children, b.children)],
]
