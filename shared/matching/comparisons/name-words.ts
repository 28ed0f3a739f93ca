import { commonChildNames } from '../common-names.ts'
import {
  fullFormsOf,
  isGivenName,
  isNicknameOf,
  isSpellingOf,
} from '../normalise/nicknames/nicknames.ts'
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

const isGivenToChildren = (name: string): boolean => Object.hasOwn(commonChildNames, name)

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

/** Names of one syllable differ by a letter: Wei, Mei. */
const syllable = 4

/** Names of their own, as far as is known of them: a slip in a known name is no known name. */
const areTwoNames = (a: string, b: string): boolean => {
  if (isSpellingOf(a, b) || soundTheSame(a, b)) return false
  if (Math.max(a.length, b.length) <= syllable && a.length === b.length) return true
  const isKnown = isGivenName(a)
  if (isKnown !== isGivenName(b)) return false
  return isKnown || !isSlipOfFingers(a, b)
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

const agreeing = (level: WordLevel): boolean => doesAgree[level]
const equal = (level: WordLevel): boolean => level === 'same'

/**
 * How each word of `some` that agrees with a word of `others` agrees with it, one with one. Equal words find each other
 * first, so that their order does not matter.
 */
export const agreeingWords = (
  some: readonly string[],
  others: readonly string[],
): readonly WordLevel[] => {
  const free = [...others]
  const found: (WordLevel | undefined)[] = []
  for (const isWanted of [equal, agreeing])
    for (const [at, word] of some.entries()) {
      if (found[at] !== undefined) continue
      const index = free.findIndex((other) => isWanted(compareWords(word, other)))
      const other = free[index]
      if (other === undefined) continue
      found[at] = compareWords(word, other)
      free.splice(index, 1)
    }
  return found.filter((level) => level !== undefined)
}
