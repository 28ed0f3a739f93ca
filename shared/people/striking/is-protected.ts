import type { Address } from '../person.ts'
import { fold } from './fold.ts'
import { nationalDigits } from './number-parts.ts'
import { addressParts, placeParts } from './parts-of.ts'
import { isSameHouse, isSamePlace } from './same-place.ts'
import type { Protected } from './striker.ts'

/** What tells an address from others of its town: postcode, street, name of the house. */
const tellingKeys = (address: Address): readonly string[] => {
  return addressParts({ ...address, town: undefined, uprn: undefined }, 0)
    .map(({ key }) => key)
    .filter((key) => /^words:|^postcode:[^:]{5,}$/.test(key))
}

/** Whether an address is one of those protected, however it is written, and is not excepted. */
export const isProtectedAddress = (what: Protected): ((address: Address) => boolean) => {
  const addresses = what.whereabouts.flatMap((one) => one.addresses ?? [])
  const told = new Set(
    what.whereabouts
      .flatMap(({ places = [] }) => places)
      .flatMap((place) => placeParts(place, 0))
      .map(({ key }) => key),
  )
  return (address) =>
    !(what.except ?? []).some((home) => isSameHouse(home, address)) &&
    (addresses.some((place) => isSamePlace(place, address)) ||
      tellingKeys(address).some((key) => told.has(key)))
}

/** Whether a telephone number is one of those protected. */
export const isProtectedNumber = ({ whereabouts }: Protected): ((phone: string) => boolean) => {
  const numbers = new Set(whereabouts.flatMap(({ phones = [] }) => phones).map(nationalDigits))
  return (phone) => nationalDigits(phone) !== '' && numbers.has(nationalDigits(phone))
}

/** Whether an e-mail address is one of those protected. */
export const isProtectedEmail = ({ whereabouts }: Protected): ((email: string) => boolean) => {
  const emails = new Set(
    whereabouts.flatMap(({ emails: all = [] }) => all).map((email) => fold(email).signs),
  )
  return (email) => emails.has(fold(email).signs)
}
