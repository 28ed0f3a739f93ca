import { foldedWords } from '../fold-text.ts'
import { floors, floorWords, unitsByName, unitWords } from './address-words.ts'

/** One line of an address: its numbers and the parts of a building told in it, and the words before and after a number. */
export type AddressLine = {
  readonly units: readonly string[]
  readonly numbers: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const betweenLines = /[,;()[\]\n\r]/
const span = /(\d[a-z]?)\s{0,2}(?:-|–|&|\band\b|\bto\b)\s{0,2}(?=\d)/gi
const slash = /(\d)\s?\/\s?(?=\d)/g
const numberSign = /\b(?:no|nr|num|number)\b[.:]?\s{0,2}(?=\d)|\bno(?=\d)|#/gi
const glued = /\b(flat|flt|apt|apartment|room|rm|unit|block)\.?(?=\d)/gi

/** The lines of a field as words; "12-14" becomes 12to14 and "14/2" 14s2, so that they stay one word. */
export const linesIn = (text: string): readonly (readonly string[])[] =>
  text
    .replace(numberSign, ' ')
    .replace(glued, '$1 ')
    .replace(span, '$1to')
    .replace(slash, '$1s')
    .split(betweenLines)
    .map(foldedWords)
    .filter(({ length }) => length > 0)

const houseNumber = /^\d+(?:[a-z]|to\d+[a-z]?|s\d+)?$/
/** 2F1: second floor, first door. @see Scottish tenement addresses */
const tenement = /^[1-9gbtp]f\d{1,2}$/
const unitNumber = /^(?:\d+(?:[a-z]|to\d+|s\d+|[a-z]\d+)?|[a-z]\d*)$/

const withoutNoughts = (number: string): string => number.replace(/^0+(?=\d)/, '')

type Rest = { readonly word: string; readonly next: string; readonly words: readonly string[] }
type Unit = { readonly text: string; readonly length: number }

const lengthOfFloor = (words: readonly string[], from: number): number => {
  let to = from
  while (floorWords.has(words[to] ?? '') || floors.has(words[to] ?? '')) to += 1
  return to
}

const numberedUnit = ({ word, next }: Rest): Unit | undefined => {
  if (!unitWords.has(word) || !unitNumber.test(next)) return undefined
  const isBlock = word === 'block' || word === 'blk'
  return { text: isBlock ? `block${next}` : withoutNoughts(next), length: 2 }
}

const namedUnit = ({ word, next, words }: Rest): Unit | undefined => {
  const floor = floors.get(word)
  if (floor !== undefined && floorWords.has(next))
    return { text: floor, length: lengthOfFloor(words, 1) }
  const behind = floors.get(next)
  if (behind !== undefined && floorWords.has(word))
    return { text: behind, length: lengthOfFloor(words, 2) }
  const named = unitsByName.get(word)
  if (named !== undefined) return { text: named, length: lengthOfFloor(words, 1) }
  return words.length === 1 && floorWords.has(word) ? { text: 'flat', length: 1 } : undefined
}

const unitAt = (words: readonly string[]): Unit | undefined => {
  const [word = '', next = ''] = words
  if (tenement.test(word)) return { text: word, length: 1 }
  const rest = { word, next, words }
  return numberedUnit(rest) ?? namedUnit(rest)
}

/** "14 A" is one number. */
const numberAt = ([word = '', next = '']: readonly string[]): Unit | undefined => {
  if (!houseNumber.test(word)) return undefined
  const isLetter = /^[a-h]$/.test(next) && /\d$/.test(word)
  return { text: withoutNoughts(isLetter ? word + next : word), length: isLetter ? 2 : 1 }
}

type Token = Unit & { readonly kind: 'unit' | 'number' | 'word' }

const tokenAt = (words: readonly string[]): Token => {
  const unit = unitAt(words)
  if (unit !== undefined) return { kind: 'unit', ...unit }
  const number = numberAt(words)
  if (number !== undefined) return { kind: 'number', ...number }
  return { kind: 'word', text: words[0] ?? '', length: 1 }
}

const tokensOf = (words: readonly string[]): readonly Token[] => {
  const tokens: Token[] = []
  for (let at = 0; at < words.length; at += tokens.at(-1)?.length ?? 1)
    tokens.push(tokenAt(words.slice(at)))
  return tokens
}

const textsOf = (tokens: readonly Token[], kind: Token['kind']): readonly string[] =>
  tokens.filter((token) => token.kind === kind).map(({ text }) => text)

/** Reads one line. */
export const readLine = (words: readonly string[]): AddressLine => {
  const tokens = tokensOf(words)
  const first = tokens.findIndex(({ kind }) => kind === 'number')
  const from = first < 0 ? tokens.length : first
  return {
    units: textsOf(tokens, 'unit'),
    numbers: textsOf(tokens, 'number'),
    before: textsOf(tokens.slice(0, from), 'word'),
    after: textsOf(tokens.slice(from), 'word'),
  }
}
