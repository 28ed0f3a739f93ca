import type { Address } from '../people/person.ts'

const institution =
  /\b(?:hostel|refuge|hospital|prison|hmp|yoi|shelter|hotel|b\s*&\s*b|care home|night ?stop|no fixed (?:abode|address)|nfa|unknown|c\/o|homeless)\b/iu

const folded = (text = ''): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const textOf = ({ houseNumber, street, town }: Address): string =>
  [houseNumber, street, town].filter((part) => part !== undefined).join(' ')

/** Whether people who live here live together: hostels, refuges, hospitals and prisons are no home. */
const isHome = (address: Address): boolean =>
  address.to === undefined &&
  !institution.test(textOf(address)) &&
  !folded(address.postcode).startsWith('zz99')

const isSameHouse = (one: Address, other: Address): boolean => {
  const house = folded(one.houseNumber)
  if (house === '' || house !== folded(other.houseNumber)) return false
  const postcode = folded(one.postcode)
  const otherPostcode = folded(other.postcode)
  if (postcode !== '' && otherPostcode !== '') return postcode === otherPostcode
  return folded(one.street) !== '' && folded(one.street) === folded(other.street)
}

const isSameAddress = (one: Address, other: Address): boolean =>
  one.uprn !== undefined && other.uprn !== undefined
    ? one.uprn === other.uprn
    : isSameHouse(one, other)

/** Whether two people live at the same address now: the same property, or the same house in the same postcode or street. */
export const shareHome = (ones: readonly Address[], others: readonly Address[]): boolean =>
  ones
    .filter(isHome)
    .some((one) => others.filter(isHome).some((other) => isSameAddress(one, other)))

/** Where somebody lives with whom: every address now stated, but for those that are no home. */
export const homesOf = (addresses: readonly Address[]): readonly Address[] =>
  addresses.filter(isHome)
