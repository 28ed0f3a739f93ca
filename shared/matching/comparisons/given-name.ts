import type { NameFeatures } from '../normalise/name-features.ts'
import { isNicknameOf } from '../normalise/nicknames/nicknames.ts'
import { isOneEdit } from '../text/one-edit.ts'
import { agreeingWords, compareWords, type WordLevel, wordsAgree } from './name-words.ts'

/**
 * Strongest first. `left-out`: every word of the shorter name agrees, and the longer has more (Hassan, Mohammed Hassan).
 * `like`: names of their own that look alike, as twins' do. `contradicts`: words agree and others deny each other (Mary Ann,
 * Mary Jane), as brothers' and sisters' may.
 */
export const givenNameLevels = [
  'exact',
  'left-out',
  'nickname',
  'close',
  'initial',
  'like',
  'contradicts',
  'similar',
  'faint',
  'different',
] as const
export type GivenNameLevel = (typeof givenNameLevels)[number]

const ofOneWord = {
  same: 'exact',
  form: 'nickname',
  close: 'close',
  initial: 'initial',
  like: 'like',
  halved: 'contradicts',
  similar: 'similar',
  faint: 'faint',
  different: 'different',
} as const satisfies Record<WordLevel, GivenNameLevel>

/** What is made of a name all of whose words agree. */
const ofAgreeing = (found: readonly WordLevel[], areAll: boolean): GivenNameLevel => {
  if (found.every((level) => level === 'initial')) return 'initial'
  if (found.includes('close')) return 'close'
  if (!areAll || found.includes('initial')) return 'left-out'
  return found.includes('form') ? 'nickname' : 'exact'
}

const wholeOf = ({ given }: NameFeatures): string => given ?? ''

/** A name written in fewer words on one side. */
const areWrittenTogether = (a: NameFeatures, b: NameFeatures): 'nickname' | 'close' | undefined => {
  if (a.givens.length === b.givens.length || wholeOf(a).charCodeAt(1) !== wholeOf(b).charCodeAt(1))
    return undefined
  if (isNicknameOf(wholeOf(a), wholeOf(b))) return 'nickname'
  return isOneEdit(wholeOf(a), wholeOf(b)) ? 'close' : undefined
}

/** The shorter first, so that it is the same from either side. */
const shorterFirst = (a: NameFeatures, b: NameFeatures): readonly [NameFeatures, NameFeatures] => {
  const difference = a.givens.length - b.givens.length
  const isFirst = difference < 0 || (difference === 0 && wholeOf(a) < wholeOf(b))
  return isFirst ? [a, b] : [b, a]
}

const shareNoWord = (some: readonly string[], others: readonly string[]): boolean => {
  for (const word of some) if (others.includes(word)) return false
  return true
}

/** The first half of a name of two (Abdi Kadir) is no short form of another such name (Abdullahi). */
const firstHalves = new Set(['abdi', 'abdul'])

/** One word against several, the first of which has been compared: the first, or another that begins alike. */
const byOneAmong = (
  first: WordLevel,
  word: string,
  [half = '', ...others]: readonly string[],
): GivenNameLevel | undefined => {
  if (first === 'form' && firstHalves.has(half)) return 'contradicts'
  if (wordsAgree(first)) return ofAgreeing([first], false)
  for (const other of others) {
    if (word.charCodeAt(0) !== other.charCodeAt(0)) continue
    const level = compareWords(word, other)
    if (wordsAgree(level)) return ofAgreeing([level], false)
  }
  return undefined
}

/** Two words and two, of which the first are equal: most of those that agree. */
const bySecond = (first: WordLevel, second: WordLevel): GivenNameLevel =>
  wordsAgree(second) ? ofAgreeing([first, second], true) : 'contradicts'

const bySeveral = (
  shorter: readonly string[],
  longer: readonly string[],
): GivenNameLevel | undefined => {
  const found = agreeingWords(shorter, longer)
  if (found.length === shorter.length) return ofAgreeing(found, shorter.length === longer.length)
  return found.length > 0 ? 'contradicts' : undefined
}

/** What all the words make of names whose first words have been compared. */
const byAllWords = (
  first: WordLevel,
  shorter: readonly string[],
  longer: readonly string[],
): GivenNameLevel | undefined => {
  const [one = '', two] = shorter
  const [other = '', next, third] = longer
  if (two === undefined) return byOneAmong(first, one, longer)
  if (one === other && next !== undefined && third === undefined)
    return bySecond(first, compareWords(two, next))
  // Most pairs are of strangers: of as many words, none of them equal, the first ones tell.
  const areStrangers = shorter.length === longer.length && shareNoWord(shorter, longer)
  return areStrangers && !wordsAgree(first) ? undefined : bySeveral(shorter, longer)
}

const byWords = (shorter: NameFeatures, longer: NameFeatures): GivenNameLevel => {
  const first = compareWords(shorter.givens[0] ?? '', longer.givens[0] ?? '')
  return (
    byAllWords(first, shorter.givens, longer.givens) ??
    areWrittenTogether(shorter, longer) ??
    ofOneWord[first]
  )
}

/** Compares all the words of given names. Undefined when either side has none. */
export const compareGivenNames = (a: NameFeatures, b: NameFeatures): GivenNameLevel | undefined => {
  const [first] = a.givens
  const [other] = b.givens
  if (first === undefined || other === undefined) return undefined
  if (a.givens.length === 1 && b.givens.length === 1) return ofOneWord[compareWords(first, other)]
  return a.given === b.given ? 'exact' : byWords(...shorterFirst(a, b))
}
