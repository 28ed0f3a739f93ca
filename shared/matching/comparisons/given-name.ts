import type { NameFeatures } from '../normalise/name-features.ts'
import { isNicknameOf } from '../normalise/nicknames/nicknames.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import { phoneticCode } from '../text/phonetic-code.ts'

export const givenNameLevels = [
  'exact',
  'nickname',
  'close',
  'initial',
  'other-given',
  'similar',
  'different',
] as const
export type GivenNameLevel = (typeof givenNameLevels)[number]

const closeAt = 0.92
const soundsAlikeAt = 0.8
const similarAt = 0.8

/** Spelt nearly alike, or less nearly but sounding alike. Also the test of a family name. */
export const isClose = (a: string, b: string): boolean => {
  const likeness = jaroWinkler(a, b)
  return likeness >= closeAt || (likeness >= soundsAlikeAt && phoneticCode(a) === phoneticCode(b))
}

const isInitialOf = (a: string, b: string): boolean =>
  (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)

/** Middle names count for less than first ones: "Mohammed Yusuf" and "Yusuf" may be one person's. */
const shareAName = (a: NameFeatures, b: NameFeatures): boolean =>
  a.givens.some((name) => name.length > 1 && b.givens.includes(name))

const compareFirst = (first: string, other: string): GivenNameLevel | undefined => {
  if (first === other) return first.length === 1 ? 'initial' : 'exact'
  if (isNicknameOf(first, other)) return 'nickname'
  if (isInitialOf(first, other)) return 'initial'
  return isClose(first, other) ? 'close' : undefined
}

/** Compares given names by the first, then the whole, then the others. Undefined when either side has none. */
export const compareGivenNames = (a: NameFeatures, b: NameFeatures): GivenNameLevel | undefined => {
  const [first] = a.givens
  const [other] = b.givens
  if (first === undefined || other === undefined) return undefined
  if (a.given === b.given && first.length > 1 && other.length > 1) return 'exact'
  const byFirst = compareFirst(first, other)
  if (byFirst !== undefined) return byFirst
  if (shareAName(a, b)) return 'other-given'
  return jaroWinkler(first, other) >= similarAt ? 'similar' : 'different'
}
