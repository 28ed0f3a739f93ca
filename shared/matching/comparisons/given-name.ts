import type { NameFeatures } from '../normalise/name-features.ts'
import { isNicknameOf } from '../normalise/nicknames/nicknames.ts'
import { isOneEdit } from '../text/one-edit.ts'
import { agreeingWords, compareWords, type WordLevel } from './name-words.ts'

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

const byOneWord = (a: string, b: string): GivenNameLevel => ofOneWord[compareWords(a, b)]

/** What is made of a name all of whose words agree. */
const ofAgreeing = (found: readonly WordLevel[], areAll: boolean): GivenNameLevel => {
  if (found.every((level) => level === 'initial')) return 'initial'
  if (found.includes('close')) return 'close'
  if (!areAll || found.includes('initial')) return 'left-out'
  return found.includes('form') ? 'nickname' : 'exact'
}

const wholeOf = ({ given }: NameFeatures): string => given ?? ''

/** Two names of which one is written in fewer words: Abdurrahman, Abdul Rahman. */
const areWrittenTogether = (a: NameFeatures, b: NameFeatures): boolean =>
  a.givens.length !== b.givens.length && isOneEdit(wholeOf(a), wholeOf(b))

/** The shorter first, so that it is the same from either side. */
const shorterFirst = (a: NameFeatures, b: NameFeatures): readonly [NameFeatures, NameFeatures] => {
  const difference = a.givens.length - b.givens.length
  const isFirst = difference < 0 || (difference === 0 && wholeOf(a) < wholeOf(b))
  return isFirst ? [a, b] : [b, a]
}

const byWords = (shorter: NameFeatures, longer: NameFeatures): GivenNameLevel => {
  const { givens } = shorter
  const found = agreeingWords(givens, longer.givens)
  if (found.length === givens.length)
    return ofAgreeing(found, givens.length === longer.givens.length)
  if (isNicknameOf(wholeOf(shorter), wholeOf(longer))) return 'nickname'
  if (areWrittenTogether(shorter, longer)) return 'close'
  return found.length > 0 ? 'contradicts' : byOneWord(givens[0] ?? '', longer.givens[0] ?? '')
}

/** Compares all the words of given names. Undefined when either side has none. */
export const compareGivenNames = (a: NameFeatures, b: NameFeatures): GivenNameLevel | undefined => {
  const [first] = a.givens
  const [other] = b.givens
  if (first === undefined || other === undefined) return undefined
  if (a.givens.length === 1 && b.givens.length === 1) return byOneWord(first, other)
  return a.given === b.given ? 'exact' : byWords(...shorterFirst(a, b))
}
