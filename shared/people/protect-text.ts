// Takes out of free text what must not be found there. Every pattern is linear in the text.
import type { Address } from './person.ts'

/** What stands where something was taken out, so that a gap is never read as a full sentence. */
export const mark = '[protected]'

const postcode = /(?<![A-Z0-9])(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)\s{0,3}\d[A-Z]{2}(?![A-Z0-9])/giu
const email = /[^\s@<>()[\],;:]{1,64}@[^\s@<>()[\],;:]{0,253}[\p{L}\p{N}]/gu
// A UK number, or any with a plus. Not a date that begins with 0, nor the tail of one.
const phone =
  /(?<![\p{L}\p{N}]|\d[-./])(?!\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?:\+(?:[\s().-]{0,3}\d){8,14}|\(?0(?:[\s().-]{0,3}\d){8,13})(?!\d)/gu
const besideMark = /\[protected\](?:[\s,]{0,3}\[protected\])+/gu

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/** A pattern for the words of a literal, whatever white space or commas stand between them. */
const phrase = (text: string): string =>
  text
    .normalize('NFC')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map(escaped)
    .join(String.raw`[\s,]{1,9}`)

const spaced = (characters: string, gap: string): string => [...characters].map(escaped).join(gap)

const phoneLiteral = (text: string): string => {
  const national = text.replace(/\D/g, '').replace(/^(?:0044|44|0)/, '')
  if (national.length < 5) return phrase(text)
  return (
    String.raw`(?:(?:\+?44|0044|0)[\s().-]{0,3}(?:\(0\)[\s.-]{0,3})?)?` +
    spaced(national, String.raw`[\s().-]{0,3}`)
  )
}

/**
 * The parts of an address. A bare house number is taken out only beside its street or a word like "flat": struck
 * wherever it occurs it would turn "2 children" into a riddle, and the gaps would tell the number.
 */
const addressLiterals = ({
  houseNumber,
  street,
  town,
  postcode: code,
  uprn,
}: Address): string[] => {
  const house = houseNumber === undefined ? '' : phrase(houseNumber)
  const road = street === undefined ? '' : phrase(street)
  const isBare = /^\s*\d{1,4}\s*\p{L}?\s*$/u.test(houseNumber ?? '')
  return [
    ...(house !== '' && road !== '' ? [String.raw`${house}[\s,]{1,9}${road}`] : []),
    ...(isBare ? [String.raw`(?:flat|house|number|no\.?)\s{0,3}${house}`] : [house]),
    road,
    phrase(town ?? ''),
    spaced((code ?? '').replace(/\s/g, ''), String.raw`\s{0,3}`),
    phrase(uprn ?? ''),
  ]
}

/** Short words ("home", "school") say nothing of where; a longer part of a place told in words may be the place. */
const placeLiterals = (text = ''): readonly string[] =>
  text
    .split(',')
    .filter((part) => part.trim().length >= 8)
    .map(phrase)

/** Wherever a record may say where somebody is, or how to reach them. */
type OldWhereabouts = {
  readonly addresses?: readonly Address[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
  readonly safeContact?: { readonly number?: string | undefined } | undefined
  readonly childLocationNow?: string | undefined
  readonly referrerWorkBase?: string | undefined
}

/** Every place, phone and e-mail that the alert itself holds, as patterns. */
export const whereaboutsIn = (content: OldWhereabouts): readonly string[] => [
  ...(content.addresses ?? []).flatMap(addressLiterals),
  ...(content.phones ?? []).map(phoneLiteral),
  ...(content.emails ?? []).map(phrase),
  phoneLiteral(content.safeContact?.number ?? ''),
  ...placeLiterals(content.childLocationNow),
  ...placeLiterals(content.referrerWorkBase),
]

/** The words of names, as patterns. */
export const wordsOf = (names: readonly (string | undefined)[]): readonly string[] =>
  names.map((name) => phrase(name ?? ''))

/** Puts {@link mark} for each literal, as whole words, in any case, the longest first. */
export const withoutLiterals = (patterns: readonly string[]): ((text: string) => string) => {
  const found = [...new Set(patterns)].filter((pattern) => pattern !== '')
  if (found.length === 0) return (text) => text
  const longestFirst = found.toSorted((one, other) => other.length - one.length).join('|')
  const literal = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${longestFirst})(?![\p{L}\p{N}])`,
    'giu',
  )
  return (text) => text.normalize('NFC').replace(literal, mark).replace(besideMark, mark)
}

/** Puts {@link mark} for whatever looks like a UK postcode. */
export const withoutPostcodes = (text: string): string =>
  text.replace(postcode, mark).replace(besideMark, mark)

/**
 * Puts {@link mark} for whatever looks like a UK postcode, a phone number or an e-mail address. It cannot find a place
 * told in words ("the blue house by the mill"), a street or school that the concern holds nowhere else, a number
 * written out or misspelt, or a half postcode: so the form asks for none of these, and a person can be told to look.
 */
export const withoutContacts = (text: string): string =>
  withoutPostcodes(text).replace(email, mark).replace(phone, mark).replace(besideMark, mark)

export type Whereabouts = {
  readonly addresses?: readonly Address[]
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  readonly places?: readonly string[]
}
export type Protected = {
  readonly whereabouts: readonly Whereabouts[]
  readonly names?: readonly { readonly given?: string | undefined; readonly family?: string | undefined }[]
  readonly except?: readonly Address[]
}
export const striker = ({ whereabouts, names = [] }: Protected): ((text: string) => string) =>
  withoutLiterals([
    ...whereabouts.flatMap(whereaboutsIn),
    ...whereabouts.flatMap(({ places = [] }) => places.flatMap(placeLiterals)),
    ...wordsOf(names.flatMap(({ given, family }) => [given, family])),
  ])
