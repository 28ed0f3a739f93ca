import { present } from '../kernel/present.ts'
import type { Address } from '../people/person.ts'
import { addressKey } from '../register/keep-all.ts'
import type { Fact, Origin } from './fact.ts'
import type { Noting } from './noting.ts'
import { dayOf, postcodeOf } from './values.ts'

export type AddressFact = Extract<Fact, { of: 'address' }>
type Told = AddressFact['told']

const mostAddresses = 8
const longest = { houseNumber: 50, street: 100, town: 100 } as const

const textIn = (value: unknown): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  return text === '' ? undefined : text
}

const words = (parts: readonly (string | undefined)[]): string | undefined => {
  const text = parts.filter((part) => part !== undefined).join(' ')
  return text === '' ? undefined : text
}

/** The JSON of the dataset's addresses, whose names are in capitals. */
const ofJson = (whole: string): Told | undefined => {
  try {
    const parsed: unknown = JSON.parse(whole)
    if (typeof parsed !== 'object' || parsed === null) return undefined
    const part = (name: string) => textIn(Reflect.get(parsed, name))
    const flat = part('FLAT')
    return {
      house: words([
        flat === undefined ? undefined : `Flat ${flat}`,
        part('BUILDING'),
        part('HOUSE'),
      ]),
      street: part('STREET'),
      town: part('TOWN'),
      uprn: part('UPRN'),
    }
  } catch {
    return undefined
  }
}

const atEnd = /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i
const numberFirst = /^((?:flat \w{1,4},? )?\d{1,4}[a-z]?),? (.+)$/i

/** An address in one line, such as "12 High Street, Kirkton, AB1 2CD". */
const ofWords = (whole: string): Told => {
  const found = atEnd.exec(whole)?.[0]
  const rest = found === undefined ? whole : whole.slice(0, -found.length)
  const parts = rest
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const isLoneNumber = /^(?:flat )?\w{1,5}$/i.test(parts[0] ?? '')
  const [first = '', ...more] = isLoneNumber
    ? [`${parts[0] ?? ''} ${parts[1] ?? ''}`.trim(), ...parts.slice(2)]
    : parts
  const [, house, street = first] = numberFirst.exec(first) ?? []
  return { house, street: street === '' ? undefined : street, town: more.at(-1), postcode: found }
}

const wholeOf = ({ told, origin }: AddressFact, { note }: Noting): Told => {
  const { whole, ...rest } = told
  if (whole === undefined) return rest
  const isJson = whole.startsWith('{')
  const read = isJson ? ofJson(whole) : ofWords(whole)
  if (read === undefined) note('ADDRESS_UNREADABLE', origin)
  return { ...read, ...present(rest) }
}

/** `isConfidential`: the source keeps the place to itself. */
type Postcode = { readonly postcode?: string; readonly isConfidential: boolean }

const postcodeIn = ({ postcode }: Told, origin: Origin, { note }: Noting): Postcode => {
  if (postcode === undefined) return { isConfidential: false }
  const read = postcodeOf(postcode)
  if (read === 'confidential') note('ADDRESS_CONFIDENTIAL', origin)
  if (read === 'wrong') note('POSTCODE_WRONG', origin)
  if (read === 'pseudo') note('POSTCODE_PSEUDO', origin)
  const isOne = read !== 'confidential' && read !== 'wrong' && read !== 'pseudo'
  return { isConfidential: read === 'confidential', ...(isOne && { postcode: read }) }
}

/** Both days of a span, or neither where one is no day, or it ends before it begins. */
export const spanOf = (
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  onWrong: () => void,
): { readonly from?: string; readonly to?: string } => {
  const [begins, ends] = [from, to].map((text) => (text === undefined ? undefined : dayOf(text)))
  const isUnread =
    (from !== undefined && begins === undefined) || (to !== undefined && ends === undefined)
  if (isUnread || (begins !== undefined && ends !== undefined && ends < begins)) {
    onWrong()
    return {}
  }
  return present({ from: begins, to: ends })
}

const fits = (text: string | undefined, most: number): string | undefined =>
  text !== undefined && text.length <= most ? text : undefined

type ReadAddress = { readonly address?: Address; readonly isConfidential: boolean }

const addressOf = (fact: AddressFact, noting: Noting): ReadAddress => {
  const { origin } = fact
  const told = wholeOf(fact, noting)
  const uprn = told.uprn !== undefined && /^\d{1,12}$/.test(told.uprn) ? told.uprn : undefined
  const { postcode, isConfidential } = postcodeIn(told, origin, noting)
  const place = present({
    houseNumber: fits(told.house, longest.houseNumber),
    street: fits(told.street, longest.street),
    town: fits(told.town, longest.town),
    postcode,
    uprn,
  })
  const isTooLong = [told.house, told.street, told.town].some((text) => (text?.length ?? 0) > 100)
  if (isTooLong) noting.note('ADDRESS_UNREADABLE', origin)
  if (Object.keys(place).length === 0) {
    // Of a postcode that is none it has been said.
    if (told.postcode === undefined) noting.note('ADDRESS_EMPTY', origin)
    return { isConfidential }
  }
  const span = spanOf(told, () => noting.note('ADDRESS_DATES', origin))
  return { address: { ...place, ...span }, isConfidential }
}

const textOf = (address: Address): string => `${address.from ?? ''} ${addressKey(address)}`

/** Where they live now first: what has no end, then what ended last; never in the order in which the rows came. */
const newestFirst = (one: Address, other: Address): number => {
  const [end, otherEnd] = [one.to ?? '9999', other.to ?? '9999']
  if (end !== otherEnd) return end < otherEnd ? 1 : -1
  return textOf(one) < textOf(other) ? 1 : -1
}

/** The addresses that rows tell of one person, each place once, the current one first; and whether the source keeps one to itself. */
export const addressesOf = (
  facts: readonly AddressFact[],
  noting: Noting,
): { readonly addresses: Address[]; readonly isConfidential: boolean } => {
  const read = facts.map((fact) => addressOf(fact, noting))
  const places = new Map<string, Address>()
  for (const address of read.flatMap((one) => one.address ?? []).toSorted(newestFirst))
    if (!places.has(addressKey(address))) places.set(addressKey(address), address)
  const [first] = facts
  if (places.size > mostAddresses && first !== undefined)
    noting.note('ADDRESSES_TOO_MANY', first.origin)
  return {
    addresses: [...places.values()].slice(0, mostAddresses),
    isConfidential: read.some(({ isConfidential }) => isConfidential),
  }
}
