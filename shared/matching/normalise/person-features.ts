import { isNhsNumber } from '../../kernel/is-nhs-number.ts'
import type { Address, Person } from '../../people/person.ts'
import { homeIn } from '../../people/places/home-in.ts'
import type { ChildEvidence } from '../child-evidence.ts'
import { type AddressFeatures, addressFeaturesOf } from './address-features.ts'
import { type ChildFeatures, childFeaturesOf } from './child-features.ts'
import type { ChildsOwn } from './childs-own.ts'
import { type DateParts, datePartsOf } from './date-parts.ts'
import { emailOf } from './email.ts'
import { type Bearer, type NameFeatures, namesIn } from './name-features.ts'
import { phoneOf } from './phone.ts'

/**
 * A person as matching takes them. `otherIdentifiers` are numbers of a scheme that is not the NHS's, compared as they
 * stand; a date of birth may write X for digits not known (ISO 8601-2).
 */
export type PersonFacts = Person & { readonly otherIdentifiers?: readonly string[] | undefined }

/** Everything comparisons read, worked out once per person. The current name and address stand first. */
export type PersonFeatures = {
  readonly names: readonly NameFeatures[]
  readonly dateOfBirth: DateParts | undefined
  readonly sex: 'M' | 'F' | undefined
  readonly addresses: readonly AddressFeatures[]
  readonly identifiers: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly children: readonly ChildFeatures[]
  /** What only a child has; its presence says that this is a child, compared with children alone. */
  readonly ofChild?: ChildsOwn
}

/** The way people are normalised. It stands in every index key, so that old and new keys never meet. */
export const normalisationVersion = 'n3'

/** A name may hold several; beyond these their pairs would take longer than they tell. */
const mostNames = 12

const none: readonly never[] = []

const known = <Value>(values: readonly (Value | undefined)[]): readonly Value[] =>
  values.length === 0 ? none : [...new Set(values.filter((value) => value !== undefined))]

/** An address that is nobody's home is missing. */
const homeFeaturesOf = (address: Address): readonly AddressFeatures[] => {
  const home = homeIn(address)
  return home === undefined ? none : [addressFeaturesOf(home)]
}

/**
 * Normalises one person. A change to anything below this function changes stored index keys: raise
 * {@link normalisationVersion} with it.
 */
export const featuresOf = (
  person: PersonFacts,
  children: readonly ChildEvidence[] = none,
  bearer: Bearer = 'adult',
): PersonFeatures => ({
  names: person.names.flatMap((name) => namesIn(name, bearer)).slice(0, mostNames),
  dateOfBirth: datePartsOf(person.dateOfBirth),
  sex: person.sex === 'U' ? undefined : person.sex,
  addresses: person.addresses.flatMap(homeFeaturesOf),
  identifiers: known([
    ...person.nhsNumbers.filter(isNhsNumber),
    ...(person.otherIdentifiers ?? []),
  ]),
  phones: known(person.phones.map(phoneOf)),
  emails: known(person.emails.map(emailOf)),
  children: children.map(childFeaturesOf),
})
