import type { NameFeatures } from '../normalise/name-features.ts'
import { fullFormsOf, isNicknameOf } from '../normalise/nicknames/nicknames.ts'

/**
 * All given names together. `unsaid` is where one side has only a name that several children of a family may bear
 * (Mohammed, Maria), and the other has more; `different`, where one is shared and what else both have is not.
 */
export const otherNamesLevels = ['same', 'unsaid', 'different'] as const
export type OtherNamesLevel = (typeof otherNamesLevels)[number]

/** Names, in full form, that are given by custom to several children of one family, who are called by the next. */
const customary = new Set(['mohammed', 'abdul', 'said', 'sheikh', 'shaikh', 'maria'])

const isCustomary = (name: string): boolean => fullFormsOf(name).some((form) => customary.has(form))

const isInitialOf = (a: string, b: string): boolean =>
  (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)

/** Names only nearly alike may be those of two brothers: Hassan and Hussain. */
const agree = (a: string, b: string): boolean => a === b || isInitialOf(a, b) || isNicknameOf(a, b)

const countShared = (some: readonly string[], others: readonly string[]): number =>
  some.filter((one) => others.some((other) => agree(one, other))).length

/** Compares the given names of two names laid together. */
export const compareOtherNames = (
  { givens: a }: NameFeatures,
  { givens: b }: NameFeatures,
): OtherNamesLevel | undefined => {
  const shared = Math.min(countShared(a, b), countShared(b, a))
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  const [first] = fewer
  if (shared === 0 || first === undefined || more.length < 2) return undefined
  if (fewer.length === 1) return isCustomary(first) ? 'unsaid' : 'same'
  return shared > 1 ? 'same' : 'different'
}
