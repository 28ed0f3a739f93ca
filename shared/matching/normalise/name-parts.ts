import { rawWords } from './half-words.ts'
import { notes, suffixes, titles } from './name-words.ts'

type WrittenName = { readonly given?: string | undefined; readonly family?: string | undefined }

/** A half of a name, and what stands beside it in the same field: a former name, or one somebody is known by. */
export type Parted = { readonly main: string; readonly others: readonly string[] }

const markers =
  'née|nee|né|formerly known as|previously known as|also known as|better known as|known as|formerly|previously|prev|' +
  'maiden name|married name|maiden|aka|a\\.k\\.a\\.?|a/k/a|k/a|fka|f\\.k\\.a\\.?|alias|born|now'
const leadingMarker = new RegExp(`^(?:${markers})(?=[\\s:.])[\\s:.]*`, 'iu')
const divider = new RegExp(`[/|;]|(?<=\\S\\s)(?:${markers})(?=[\\s:]\\s*\\S)`, 'giu')
const bracketed = /[([{<"“”«]([^()[\]{}<>"“”«»]*)[)\]}>"“”»]?/g
const quoted = /(?<=\s|^)['‘’]([^'‘’\s]{2,})['‘’](?=\s|$)/g
/** Slashes within a word: "S/O" links two names of one person, "B/O" tells whose baby is meant, "N/A" is no name. */
const slashed: readonly (readonly [RegExp, string])[] = [
  [/\b[sdw]\/o\b/gi, ' '],
  [/\bb\/o\b/gi, 'baby of'],
  [/\bn\/a\b/gi, 'n a'],
]
const mayHoldMore = /[^\p{L}\p{M}]/u

const isName = (text: string): boolean => {
  const words = rawWords(text)
  return words.some((word) => !notes.has(word))
}

/** Takes a half apart. The text before any mark comes first, whatever it says. */
export const partsOf = (text: string | undefined): Parted => {
  if (text === undefined || !mayHoldMore.test(text)) return { main: text ?? '', others: [] }
  const bounded = text.slice(0, 200).replace(quoted, '($1)')
  const whole = slashed.reduce((left, [sign, words]) => left.replace(sign, words), bounded)
  const asides: string[] = []
  const outside = whole.replace(bracketed, (_, aside: string) => {
    asides.push(...aside.split(divider))
    return ' '
  })
  const [first = '', ...more] = [...outside.split(divider), ...asides]
    .map((part) => part.trim().replace(leadingMarker, ''))
    .filter((part) => rawWords(part).length > 0)
  return { main: first, others: more.filter(isName).slice(0, 3) }
}

const isOnlyTitles = (text: string): boolean =>
  rawWords(text).every((word) => titles.has(word) || suffixes.has(word))

const isBlank = (text: string | undefined): boolean =>
  text === undefined || rawWords(text).length === 0

const sameWords = (one: string, other: string | undefined): boolean =>
  other !== undefined && rawWords(one).join(' ') === rawWords(other).join(' ')

/** "Hartwell, Jane" in one field, or in one beside the other half. A title behind the comma is no name. */
export const withoutComma = (name: WrittenName): WrittenName => {
  const { given, family } = name
  const field = [family, given].find((text) => text?.includes(','))
  if (field === undefined) return name
  const [before = '', ...rest] = field.split(',').filter((part) => !isOnlyTitles(part))
  const after = rest.join(' ')
  const other = field === family ? given : family
  if (isBlank(other) && after !== '') return { given: after, family: before }
  if (field === family)
    return { given, family: sameWords(after, given) ? before : `${before} ${after}` }
  return { given: sameWords(before, family) && after !== '' ? after : `${before} ${after}`, family }
}
