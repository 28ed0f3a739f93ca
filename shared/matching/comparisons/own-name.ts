import { commonChildNames } from '../common-names.ts'
import { fullFormsOf, isNicknameOf, isSpellingOf } from '../normalise/nicknames/nicknames.ts'
import { type GivenNameLevel, likenessOf } from './given-name.ts'
import type { NameFormLevel, NamePairing } from './name-pairing.ts'

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

/** Names, in full form, that are given by custom to several children of one family, who are called by the next. */
const customary = new Set(['mohammed', 'abdul', 'said', 'sheikh', 'shaikh', 'maria'])

const isCustomary = (name: string): boolean => fullFormsOf(name).some((form) => customary.has(form))

const isInitialOf = (a: string, b: string): boolean =>
  (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)

const agree = (a: string, b: string): boolean => a === b || isInitialOf(a, b) || isNicknameOf(a, b)

const countShared = (some: readonly string[], others: readonly string[]): number =>
  some.filter((one) => others.some((other) => agree(one, other))).length

/** What further names make of given names of which one at least is shared. */
const byFurtherNames = (
  a: readonly string[],
  b: readonly string[],
): 'unsaid' | 'named-apart' | 'same' => {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  const [first = ''] = fewer
  if (fewer.length === 1) return more.length > 1 && isCustomary(first) ? 'unsaid' : 'same'
  return Math.min(countShared(a, b), countShared(b, a)) > 1 ? 'same' : 'named-apart'
}

const isGivenToChildren = (name: string): boolean => Object.hasOwn(commonChildNames, name)

/** Forms of one name that are given as two (Emma, Emily), or look alike, may be those of two children. */
const byForms = (a: string, b: string): OwnNameLevel => {
  if (isSpellingOf(a, b)) return isCustomary(a) ? 'itself' : 'other-form'
  const areTwo = isGivenToChildren(a) && isGivenToChildren(b)
  return areTwo || likenessOf(a, b) === 'close' ? 'like' : 'other-form'
}

type Compare = (first: string, other: string) => OwnNameLevel

const levelsAt = {
  exact: () => 'itself',
  nickname: byForms,
  close: () => 'like',
  'other-given': () => 'other-form',
  initial: () => 'unsaid',
  similar: () => 'like',
  faint: () => 'another',
  different: () => 'another',
} as const satisfies Record<GivenNameLevel, Compare>

const sharesAName = {
  exact: true,
  nickname: true,
  close: false,
  'other-given': true,
  initial: false,
  similar: false,
  faint: false,
  different: false,
} as const satisfies Record<GivenNameLevel, boolean>

const isExchanged = {
  current: false,
  former: false,
  exchanged: true,
  'former-exchanged': true,
} as const satisfies Record<NameFormLevel, boolean>

/** A given name that agrees with a family name is a child's own only where the other halves agree too. */
const isOfFamilyNames = ({ form, family }: Pick<NamePairing, 'form' | 'family'>): boolean =>
  isExchanged[form] && !(family === 'exact' || family === 'close' || family === 'barrel')

/** Compares the given names of two names laid together as those of children. */
export const compareOwnNames = (
  pairing: Pick<NamePairing, 'a' | 'b' | 'given' | 'family' | 'form'>,
): OwnNameLevel | undefined => {
  const { a, b, given } = pairing
  const [first] = a.givens
  const [other] = b.givens
  if (given === undefined || first === undefined || other === undefined) return undefined
  const further = sharesAName[given] ? byFurtherNames(a.givens, b.givens) : 'same'
  if (further !== 'same') return further
  return isOfFamilyNames(pairing) ? 'like' : levelsAt[given](first, other)
}
