import type { Address } from '../person.ts'
import { isStreetType } from '../striking/same-words.ts'
import {
  fillers,
  housesNamedFor,
  noHomeWords,
  noLonger,
  nothingSaid,
  welshStreets,
} from './no-home-words.ts'

const fields = ['houseNumber', 'street', 'town', 'postcode'] as const
type Field = (typeof fields)[number]

const betweenLines = /[,;:()[\]\n\r|]|\s[-–—]+\s/u
const joining = /[\p{M}\p{Cf}.'’‘`´]/gu
const parting = /[^\p{L}\p{N}]+/gu
/** Text in which a line has its plain words already. */
const isPlain = /^[a-z0-9]+(?: [a-z0-9]+)*$/

const wordsOf = (line: string): string =>
  isPlain.test(line) ? line : line.replace(joining, '').replace(parting, ' ').trim()

/** The lines of a field, each in plain words. */
const linesOf = (text: string): readonly string[] => {
  const lower = text.toLowerCase()
  return isPlain.test(lower) ? [lower] : lower.normalize('NFKD').split(betweenLines).map(wordsOf)
}

const isNumber = (word: string): boolean => /^\d/.test(word)

const anyOf = (phrases: readonly string[]): string =>
  phrases
    .map((phrase) =>
      phrase.replace('##', String.raw`[a-z]{1,2}\d+`).replace('#', String.raw`(?:\d+[a-z]?|[a-z])`),
    )
    .join('|')

const { institution, ...stated } = noHomeWords
/** Longest first, so that what follows a phrase is what follows all of it. */
const longestFirst = (phrases: readonly string[]): readonly string[] =>
  phrases.toSorted((a, b) => b.length - a.length)

const statesNoHome = new RegExp(String.raw`\b(?:${anyOf(Object.values(stated).flat())})\b`, 'u')
const institutions = new RegExp(String.raw`\b(?:${anyOf(longestFirst(institution))})\b`, 'gu')
const sayNothing: ReadonlySet<string> = new Set(nothingSaid)

/** The longest word of each phrase: an address with none of them is not looked at further. */
const tellingWords: ReadonlySet<string> = new Set(
  [...Object.values(noHomeWords).flat(), ...nothingSaid].map(
    (phrase) => phrase.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? phrase,
  ),
)

/** Whether what follows an institution's name makes it the name of a street, or of a house. */
const isNamedFor = (before: readonly string[], [next, second]: readonly string[]): boolean => {
  if (before.length > 0 && welshStreets.has(before[0] ?? '')) return true
  if (noLonger.has(before.at(-1) ?? '')) return true
  if (next === undefined) return false
  if (isStreetType(next) || housesNamedFor.has(next)) return true
  // "Hospital Bridge Road" begins with the word; "General Hospital Mill Lane" is a hospital in Mill Lane.
  const opens = before.every((word) => isNumber(word) || word === 'the')
  return opens && !isNumber(next) && second !== undefined && isStreetType(second)
}

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')

const isInstitution = (line: string): boolean => {
  for (const { 0: found, index } of line.matchAll(institutions))
    if (!isNamedFor(words(line.slice(0, index)), words(line.slice(index + found.length))))
      return true
  return false
}

const isNoHome = (line: string): boolean => statesNoHome.test(line) || isInstitution(line)

/** A line that has nothing but fillers, or what says nothing. */
const isEmpty = (line: string): boolean => {
  if (line === '' || sayNothing.has(line)) return true
  const left = words(line).filter((word) => !fillers.has(word))
  return left.length === 0 || sayNothing.has(left.join(' '))
}

type Said = readonly (readonly [Field, readonly string[]])[]

const saidIn = (address: Address): Said =>
  fields.flatMap((field) => {
    const text = address[field]
    return text === undefined ? [] : [[field, linesOf(text)] as const]
  })

const isTelling = (line: string): boolean =>
  line === '' || line.split(' ').some((word) => tellingWords.has(word))

/** Most fields have one line of plain words, none of them telling; every address is asked. */
const isOrdinary = (text: string | undefined): boolean =>
  text === undefined || !linesOf(text).some(isTelling)

/** Where a house or a street was asked for and not given, what is left is of an office, or of nobody. */
const isLeft = ({ houseNumber, street, uprn }: Address, unsaid: readonly Field[]): boolean =>
  (houseNumber ?? street ?? uprn) !== undefined ||
  !(unsaid.includes('houseNumber') || unsaid.includes('street'))

const without = (address: Address, unsaid: readonly Field[]): Address => {
  const kept = Object.entries(address).filter(([field]) => !unsaid.some((one) => one === field))
  return Object.fromEntries(kept)
}

const isPseudoCode = (postcode: string | undefined): boolean =>
  postcode !== undefined && /^\W*z\W*z\W*9\W*9/i.test(postcode)

/**
 * The home that an address tells of, without the fields in which nothing is said; undefined where it is the home of
 * nobody (no fixed abode, withheld, care of another) or of many who do not live together (hospital, refuge, prison).
 * Then no part of it counts: a postcode beside "NFA" is a council office's.
 */
export const homeIn = (address: Address): Address | undefined => {
  if (isPseudoCode(address.postcode)) return undefined
  const { houseNumber, street, town, postcode } = address
  if ([street, houseNumber, town, postcode].every(isOrdinary)) return address
  const said = saidIn(address)
  if (said.some(([, lines]) => lines.some(isNoHome))) return undefined
  const unsaid = said.filter(([, lines]) => lines.every(isEmpty)).map(([field]) => field)
  if (unsaid.length === 0) return address
  const left = without(address, unsaid)
  return isLeft(left, unsaid) ? left : undefined
}
