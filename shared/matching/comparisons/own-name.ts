import { isGivenToChildren } from '../common-names.ts'
import { fullFormsOf, isSpellingOf } from '../normalise/nicknames/nicknames.ts'
import type { GivenNameLevel } from './given-name.ts'
import { likenessOf } from './likeness.ts'
import { areExchanged, type NamePairing } from './name-pairing.ts'
import { compareWords } from './name-words.ts'

/**
 * Whether the given names are one child's own, or may be those of a brother or sister. `unsaid`: an initial, or a name that
 * several children of a family may bear (Mohammed, Maria), where the other side has more. `like`: names nearly alike,
 * which may be a slip or two children (Jade, Jada). `named-apart`: one name in common, the others not.
 */
export const ownNameLevels = [
  'itself',
  'other-form',
  'unsaid',
  'like',
  'named-apart',
  'another',
] as const
export type OwnNameLevel = (typeof ownNameLevels)[number]

/**
 * Names, in full form, that custom gives to several children of one family, who are called by the next. Which first names of
 * adults are common is learned from the register; among the few children of one home no count can tell.
 */
const customary = new Set(
  'mohammed abdul said syed sheikh shaikh mst maria mary jean marie ann thi van sri siti nur noor'.split(
    ' ',
  ),
)

const isCustomary = (name: string): boolean =>
  customary.has(name) || fullFormsOf(name).some((form) => customary.has(form))

/** Forms of one name that are given as two (Emma, Emily), or look alike, may be those of two children. */
const byForms = (a: string, b: string): OwnNameLevel => {
  if (isSpellingOf(a, b)) return isCustomary(a) ? 'itself' : 'other-form'
  const areTwo = isGivenToChildren(a) && isGivenToChildren(b)
  return areTwo || likenessOf(a, b) === 'close' ? 'like' : 'other-form'
}

/** Where words are left out: those that are left may be the ones that brothers and sisters share. */
const byFewerWords = (a: readonly string[], b: readonly string[]): OwnNameLevel => {
  const [fewer] = [a, b].toSorted((one, other) => one.length - other.length)
  if (fewer?.every(isCustomary)) return 'unsaid'
  return compareWords(a[0] ?? '', b[0] ?? '') === 'same' ? 'itself' : 'other-form'
}

type Compare = (a: readonly string[], b: readonly string[]) => OwnNameLevel

const levelsAt = {
  exact: () => 'itself',
  'left-out': byFewerWords,
  nickname: ([one = ''], [other = '']) => byForms(one, other),
  close: () => 'like',
  initial: () => 'unsaid',
  like: () => 'like',
  contradicts: () => 'named-apart',
  similar: () => 'like',
  faint: () => 'another',
  different: () => 'another',
} as const satisfies Record<GivenNameLevel, Compare>

/** A given name that agrees with a family name is a child's own only where the other halves do too, which may hold its own. */
const isOfFamilyNames = ({ form, family }: Pick<NamePairing, 'form' | 'family'>): boolean =>
  areExchanged[form] && !(family === 'exact' || family === 'barrel')

/** Levels that stand whatever the family names say. */
const isOfWords = new Set<OwnNameLevel>(['unsaid', 'named-apart', 'another'])

/** Compares the given names of two names laid together as those of children. */
export const compareOwnNames = (
  pairing: Pick<NamePairing, 'a' | 'b' | 'given' | 'family' | 'form'>,
): OwnNameLevel | undefined => {
  const { a, b, given } = pairing
  if (given === undefined) return undefined
  const level = levelsAt[given](a.givens, b.givens)
  return isOfFamilyNames(pairing) && !isOfWords.has(level) ? 'like' : level
}
