import { isNhsNumber } from '../../people/nhs-number.ts'
import type { Person } from '../../people/person.ts'
import type { ChildEvidence } from '../child-evidence.ts'
import { type AddressFeatures, addressFeaturesOf } from './address-features.ts'
import { type ChildFeatures, childFeaturesOf } from './child-features.ts'
import { type DateParts, datePartsOf } from './date-parts.ts'
import { emailOf } from './email.ts'
import { type NameFeatures, nameFeaturesOf } from './name-features.ts'
import { phoneOf } from './phone.ts'

/** Everything comparisons read, worked out once per person. The current name and address stand first. */
export type PersonFeatures = {
  readonly names: readonly NameFeatures[]
  readonly dateOfBirth: DateParts | undefined
  readonly sex: 'M' | 'F' | undefined
  readonly addresses: readonly AddressFeatures[]
  readonly nhsNumbers: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly children: readonly ChildFeatures[]
}

const known = <Value>(values: readonly (Value | undefined)[]): readonly Value[] => [
  ...new Set(values.filter((value) => value !== undefined)),
]

/**
 * Normalises one person. A change to anything below this function changes stored index keys: raise
 * `normalisationVersion` with it.
 */
export const featuresOf = (
  person: Person,
  children: readonly ChildEvidence[] = [],
): PersonFeatures => ({
  names: known(person.names.map(nameFeaturesOf)),
  dateOfBirth: datePartsOf(person.dateOfBirth),
  sex: person.sex === 'U' ? undefined : person.sex,
  addresses: person.addresses.map(addressFeaturesOf),
  nhsNumbers: known(person.nhsNumbers.filter(isNhsNumber)),
  phones: known(person.phones.map(phoneOf)),
  emails: known(person.emails.map(emailOf)),
  children: children.map(childFeaturesOf),
})
