// What looks like a postcode, telephone number or e-mail address, whosoever it is. Every pattern is linear in the text.
import { type Folded, fold } from './fold.ts'
import type { Span } from './mark-spans.ts'
import { runsOf } from './number-runs.ts'
import { isOrdinary } from './ordinary-words.ts'
import { placesMatching } from './places-matching.ts'
import { type Readable, spansOf } from './readable.ts'

const inward = '\\d[ABD-HJLNP-UW-Z]{2}'
const between = String.raw`[\s.,/_·–—‐-―-]{0,4}`
const apart = String.raw`[\s.,/_·–—‐-―-]{1,3}`
const edges = (pattern: string): string => `(?<![A-Z0-9])${pattern}(?![A-Z0-9])`

const postcode = new RegExp(edges(`(?:[A-Z]{1,2}\\d[A-Z\\d]?|GIR)${between}${inward}`), 'giu')
/** "N M 3 1 Z Z", sign by sign. */
const spelt = new RegExp(
  edges(
    `[A-Z](?:${apart}[A-Z])?(?:${apart}\\d)(?:${apart}[A-Z\\d])?${apart}\\d(?:${apart}[ABD-HJLNP-UW-Z]){2}`,
  ),
  'giu',
)
/** "NM 3 1ZZ", unless the letters are a word. */
const parted = new RegExp(edges(`[A-Z]{1,2}${apart}\\d[A-Z\\d]?${apart}${inward}`), 'giu')
/** "NM3 IZZ" and "NM3 lZZ", in capitals. */
const misread =
  /(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]?\s{0,3}[Il][ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])/gu

const ordinal = /(?:1st|2nd|3rd|\dth)$/u
const firstWord = /^[A-Za-z]+(?![A-Za-z0-9])/u
const lastWord = /(?<![A-Za-z0-9])[A-Za-z]+$/u

const isCode = (found: string): boolean => {
  const words = [firstWord.exec(found)?.[0], lastWord.exec(found)?.[0]]
  return !ordinal.test(found) && !words.some((word = '') => isOrdinary(word.toLowerCase()))
}

/** Whatever looks like a UK postcode. */
export const postcodesIn = (text: string, shown: Readable): readonly Span[] =>
  [postcode, spelt, parted, misread]
    .flatMap((pattern) => spansOf(shown, pattern))
    .filter(({ from, to }) => isCode(text.slice(from, to)))

const email =
  /[^\s@<>()[\],;:]{1,64}\s{0,2}@\s{0,2}[^\s@<>()[\],;:]{0,253}[\p{L}\p{N}](?:\s{1,2}\.\s{1,2}[a-z]{2,10})?/gu
const label = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]{0,40}`
const at = String.raw`(?:\s{0,2}[(\[{<]\s?at\s?[)\]}>]\s{0,2}|\s{1,2}at\s{1,2})`
const dot = String.raw`(?:\s{0,2}[(\[{<]\s?dot\s?[)\]}>]\s{0,2}|\s{1,2}dot\s{1,2})`
const local = String.raw`[\p{L}\p{N}._%+-]{1,64}(?:${dot}[\p{L}\p{N}_%+-]{1,30}){0,3}`
const ending = String.raw`\.(?:org|com|net|uk|nhs|gov|edu|info|eu|ie|me|biz)(?![\p{L}\p{N}])`
/** "name at example dot org", "name (at) example.org". */
const said = new RegExp(
  `${local}${at}${label}(?:${dot}${label}|\\.${label}(?=${dot}|\\.)|${ending}){1,5}`,
  'giu',
)

/** Whatever looks like an e-mail address. */
export const emailsIn = (shown: Readable): readonly Span[] => [
  ...(shown.shown.includes('@') ? spansOf(shown, email) : []),
  ...(/[\s([{<]at[\s)\]}>]/i.test(shown.shown) ? spansOf(shown, said) : []),
]

// A UK number, or any with a plus. Not a date that begins with 0, nor the tail of one.
const phone =
  /(?<![\p{L}\p{N}]|\d[-./])(?!\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?:\+(?:[\s()./_–—-]{0,3}\d){8,14}|\(?0(?:[\s()./_–—-]{0,3}\d){8,13})(?!\d)/gu

const isPlainDigit = ({ signs }: Folded, from: number, to: number): boolean =>
  to === from + 1 && /\d/.test(signs.charAt(from))

const saidDigits = /(?:00440?|440?|0)\d{9,10}/g

/** A number of which a part at least is said in words or misread: "oh seven seven …", "O77OO". */
const saidNumbers = (folded: Folded): readonly Span[] =>
  runsOf(folded).flatMap(({ digits, from, to }) =>
    placesMatching(saidDigits, digits)
      .map((place) => ({
        starts: from.slice(place.from, place.to),
        ends: to.slice(place.from, place.to),
      }))
      .filter(({ starts, ends }) =>
        starts.some((start, nth) => !isPlainDigit(folded, start, ends[nth] ?? 0)),
      )
      .map(({ starts, ends }) => ({
        from: folded.from[starts[0] ?? 0] ?? 0,
        to: folded.to[(ends.at(-1) ?? 1) - 1] ?? 0,
      })),
  )

/** Whatever looks like a telephone number. */
export const phonesIn = (text: string, shown: Readable): readonly Span[] => [
  ...spansOf(shown, phone),
  ...saidNumbers(fold(text)),
]
