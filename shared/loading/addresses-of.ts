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

/** `confidential`: rows of which the source keeps the place to itself. */
type Reading = Noting & { readonly confidential: Origin[] }

const wholeOf = ({ told, origin }: AddressFact, { note }: Reading): Told => {
  const { whole, ...rest } = told
  if (whole === undefined) return rest
  const isJson = whole.startsWith('{')
  const read = isJson ? ofJson(whole) : ofWords(whole)
  if (read === undefined) note('ADDRESS_UNREADABLE', origin)
  return { ...read, ...present(rest) }
}

const postcodeIn = (told: Told, origin: Origin, reading: Reading): string | undefined => {
  if (told.postcode === undefined) return undefined
  const read = postcodeOf(told.postcode)
  if (read === 'confidential') {
    reading.note('ADDRESS_CONFIDENTIAL', origin)
    reading.confidential.push(origin)
    return undefined
  }
  if (read === 'wrong') reading.note('POSTCODE_WRONG', origin)
  if (read === 'pseudo') reading.note('POSTCODE_PSEUDO', origin)
  return read === 'wrong' || read === 'pseudo' ? undefined : read
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

const addressOf = (fact: AddressFact, reading: Reading): Address | undefined => {
  const { origin } = fact
  const told = wholeOf(fact, reading)
  const uprn = told.uprn !== undefined && /^\d{1,12}$/.test(told.uprn) ? told.uprn : undefined
  const place = present({
    houseNumber: fits(told.house, longest.houseNumber),
    street: fits(told.street, longest.street),
    town: fits(told.town, longest.town),
    postcode: postcodeIn(told, origin, reading),
    uprn,
  })
  const isTooLong = [told.house, told.street, told.town].some((text) => (text?.length ?? 0) > 100)
  if (isTooLong) reading.note('ADDRESS_UNREADABLE', origin)
  if (Object.keys(place).length === 0) {
    const isConfidential =
      told.postcode !== undefined && postcodeOf(told.postcode) === 'confidential'
    if (!isConfidential) reading.note('ADDRESS_EMPTY', origin)
    return undefined
  }
  return { ...place, ...spanOf(told, () => reading.note('ADDRESS_DATES', origin)) }
}

const textOf = (address: Address): string => `${address.from ?? ''} ${addressKey(address)}`

/** Where they live now first: what has no end, then what ended last; never in the order in which the rows came. */
const newestFirst = (one: Address, other: Address): number => {
  const [end, otherEnd] = [one.to ?? '9999', other.to ?? '9999']
  if (end !== otherEnd) return end < otherEnd ? 1 : -1
  return textOf(one) < textOf(other) ? 1 : -1
}

/** The addresses that rows tell of one person, each place once, the current one first. */
export const addressesOf = (facts: readonly AddressFact[], reading: Reading): Address[] => {
  const read = facts.flatMap((fact) => addressOf(fact, reading) ?? []).toSorted(newestFirst)
  const places = new Map<string, Address>()
  for (const address of read)
    if (!places.has(addressKey(address))) places.set(addressKey(address), address)
  const [first] = facts
  if (places.size > mostAddresses && first !== undefined)
    reading.note('ADDRESSES_TOO_MANY', first.origin)
  return [...places.values()].slice(0, mostAddresses)
}
