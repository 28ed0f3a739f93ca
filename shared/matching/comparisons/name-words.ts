import { isGivenToChildren } from '../common-names.ts'
import {
  fullFormsOf,
  isGivenName,
  isNicknameOf,
  isSpellingOf,
} from '../normalise/nicknames/nicknames.ts'
import { isOfLikeShape } from '../text/misreading.ts'
import { isNextKey } from '../text/next-key.ts'
import { isOneEdit } from '../text/one-edit.ts'
import { type Likeness, likenessOf, soundTheSame } from './likeness.ts'

/**
 * How two words of given names agree. `like`: two names of their own that look alike (Jade and Jada, Ella and Ellie), which
 * may be a slip or the names of twins. `halved`: one first half (Abdul) with another second one.
 */
export type WordLevel = 'same' | 'form' | 'initial' | 'like' | 'halved' | Likeness

/** A sign of another script is a whole name. */
const isInitial = (word: string): boolean => word.length === 1 && /^[a-z]$/.test(word)

const isInitialOf = (a: string, b: string): boolean =>
  (isInitial(a) || isInitial(b)) && a.charAt(0) === b.charAt(0)

const isFullForm = (name: string): boolean => fullFormsOf(name).includes(name)

/** Forms of one name that are given as two: both are common by themselves, and neither is the full form of the other. */
const areGivenAsTwo = (a: string, b: string): boolean =>
  isGivenToChildren(a) &&
  isGivenToChildren(b) &&
  !isFullForm(a) &&
  !isFullForm(b) &&
  !soundTheSame(a, b)

/** A letter left out, doubled or exchanged with its neighbour is a slip; another letter may be another name. */
const isSlipOfFingers = (a: string, b: string): boolean =>
  isOneEdit(a, b) &&
  (a.length !== b.length || [...a].toSorted().join() === [...b].toSorted().join())

const shortName = 5

/** What a hand may make of one name without meaning another; the key beside the right one makes no known name. */
const isSlip = (a: string, b: string, isOneKnown: boolean): boolean =>
  isSlipOfFingers(a, b) || isOfLikeShape(a, b) || (isOneKnown && isNextKey(a, b))

/** Names that sound the same are one, but where two known ones begin with letters of their own (Jing, Ying; Sara, Zara). */
const areReadAlike = (a: string, b: string, areKnown: boolean): boolean =>
  soundTheSame(a, b) && !(areKnown && a.charAt(0) !== b.charAt(0))

/**
 * Names of their own, as far as is known of them. A slip in a known name is no known name; in a short one, what no slip
 * explains is another name, known or not (Minh, Binh).
 */
const areTwoNames = (a: string, b: string): boolean => {
  const [isKnown, isOther] = [isGivenName(a), isGivenName(b)]
  const areKnown = isKnown && isOther
  const isShort = Math.max(a.length, b.length) <= shortName
  if (isKnown !== isOther && !isShort) return false
  if (!areKnown && isSlip(a, b, isKnown !== isOther)) return false
  return !(isSpellingOf(a, b) || areReadAlike(a, b, areKnown))
}

// "Servant of", written together with one of the names of God: half a name, which brothers share.
const servantOf = /^abd[aeiou]{1,2}[lrnsztd](?=.{3})/

const byServant = (a: string, b: string): WordLevel | undefined => {
  if (!(a.startsWith('abd') && b.startsWith('abd'))) return undefined
  const one = a.replace(servantOf, '')
  const other = b.replace(servantOf, '')
  if (one === a || other === b) return undefined
  return one === other || isOneEdit(one, other) ? 'form' : 'halved'
}

/** Compares two words. */
export const compareWords = (a: string, b: string): WordLevel => {
  if (a === b) return isInitial(a) ? 'initial' : 'same'
  if (isInitialOf(a, b)) return 'initial'
  if (isNicknameOf(a, b)) return areGivenAsTwo(a, b) ? 'like' : 'form'
  const servant = byServant(a, b)
  if (servant !== undefined) return servant
  const likeness = likenessOf(a, b)
  return likeness === 'close' && areTwoNames(a, b) ? 'like' : likeness
}

const doesAgree = {
  same: true,
  form: true,
  initial: true,
  close: true,
  like: false,
  halved: false,
  similar: false,
  faint: false,
  different: false,
} as const satisfies Record<WordLevel, boolean>

/** Whether a level says that two words are of one name. */
export const wordsAgree = (level: WordLevel): boolean => doesAgree[level]

/** Words in different places are compared only where they begin alike: there are many of them, and few agree. */
const mayAgree = (a: string, b: string): boolean => a.charCodeAt(0) === b.charCodeAt(0)

type Free = (string | undefined)[]

/** Takes the word that agrees, if any does. */
const takeAgreeing = (word: string, at: number, free: Free): WordLevel | undefined => {
  for (let index = 0; index < free.length; index += 1) {
    const other = free[index]
    if (other === undefined || !(index === at || mayAgree(word, other))) continue
    const level = compareWords(word, other)
    if (!doesAgree[level]) continue
    free[index] = undefined
    return level
  }
  return undefined
}

const takeEqual = (word: string, free: Free): WordLevel | undefined => {
  const index = free.indexOf(word)
  if (index < 0) return undefined
  free[index] = undefined
  return compareWords(word, word)
}

/**
 * How each word of `some` that agrees with a word of `others` agrees with it, one with one. Equal words find each other
 * first, so that their order does not matter.
 */
export const agreeingWords = (
  some: readonly string[],
  others: readonly string[],
): readonly WordLevel[] => {
  const free: Free = [...others]
  const equal = some.map((word) => takeEqual(word, free))
  return equal
    .map((level, at) => level ?? takeAgreeing(some[at] ?? '', at, free))
    .filter((level) => level !== undefined)
}
