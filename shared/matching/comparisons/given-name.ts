import type { NameFeatures } from '../normalise/name-features.ts'
import { isNicknameOf } from '../normalise/nicknames/nicknames.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import { isMisreading } from '../text/misreading.ts'
import { isOneEdit } from '../text/one-edit.ts'
import { phoneticCode } from '../text/phonetic-code.ts'

export const givenNameLevels = [
  'exact',
  'nickname',
  'close',
  'other-given',
  'initial',
  'similar',
  'faint',
  'different',
] as const
export type GivenNameLevel = (typeof givenNameLevels)[number]

const closeAt = 0.92
const soundsAlikeAt = 0.8
const similarAt = 0.84
const faintAt = 0.7
const longEnoughForSlips = 4

const isOneSlip = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= longEnoughForSlips && isOneEdit(a, b)

/**
 * How alike two different names are spelt: nearly (one slip, one letter misread, or sounding alike), somewhat, faintly or not. Also the
 * measure of family names.
 */
export const likenessOf = (a: string, b: string): 'close' | 'similar' | 'faint' | 'different' => {
  const likeness = jaroWinkler(a, b)
  if (likeness >= closeAt) return 'close'
  if (isMisreading(a, b) || isOneSlip(a, b)) return 'close'
  if (likeness < faintAt) return 'different'
  if (likeness >= soundsAlikeAt && phoneticCode(a) === phoneticCode(b)) return 'close'
  return likeness >= similarAt ? 'similar' : 'faint'
}

const isInitialOf = (a: string, b: string): boolean =>
  (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)

/** Middle names count for less than first ones: "Mohammed Yusuf" and "Yusuf" may be one person's. */
const shareAName = (a: NameFeatures, b: NameFeatures): boolean =>
  (a.givens.length > 1 || b.givens.length > 1) &&
  a.givens.some((name) => name.length > 1 && b.givens.includes(name))

/** Compares given names by the first, then the whole, then the others. Undefined when either side has none. */
export const compareGivenNames = (a: NameFeatures, b: NameFeatures): GivenNameLevel | undefined => {
  const first = a.givens[0]
  const other = b.givens[0]
  if (first === undefined || other === undefined) return undefined
  if (first === other) return first.length === 1 ? 'initial' : 'exact'
  if (a.given === b.given) return 'exact'
  if (isNicknameOf(first, other)) return 'nickname'
  if (isInitialOf(first, other)) return 'initial'
  const likeness = likenessOf(first, other)
  if (likeness === 'close') return 'close'
  return shareAName(a, b) ? 'other-given' : likeness
}
