import { areFarApart, jaroWinkler } from '../text/jaro-winkler.ts'
import { isMisreading } from '../text/misreading.ts'
import { isOneEdit } from '../text/one-edit.ts'
import { phoneticCode } from '../text/phonetic-code.ts'

const closeAt = 0.92
const soundsAlikeAt = 0.8
const similarAt = 0.84
const faintAt = 0.7
const longEnoughForSlips = 4

export type Likeness = 'close' | 'similar' | 'faint' | 'different'

const isOneSlip = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= longEnoughForSlips && isOneEdit(a, b)

/**
 * How alike two different names are spelt: nearly (one slip, one letter misread, or sounding alike), somewhat, faintly
 * or not. The measure of given and of family names.
 */
export const likenessOf = (a: string, b: string): Likeness => {
  if (areFarApart(a, b, faintAt)) return isMisreading(a, b) ? 'close' : 'different'
  const likeness = jaroWinkler(a, b)
  if (likeness >= closeAt) return 'close'
  if (isMisreading(a, b) || isOneSlip(a, b)) return 'close'
  if (likeness < faintAt) return 'different'
  if (likeness >= soundsAlikeAt && phoneticCode(a) === phoneticCode(b)) return 'close'
  return likeness >= similarAt ? 'similar' : 'faint'
}

const silentEnd = /(?<=[^aeiou])e$|h$/
const vowelsOf = (name: string): string =>
  name
    .replace(silentEnd, '')
    .replaceAll('y', 'i')
    .replace(/([aeiou])\1+/g, '$1')
    .replace(/[^aeiou]/g, '')

/** Whether two spellings are read out alike, vowels included: Jon and John, Ann and Anne; not Jade and Jada. */
export const soundTheSame = (a: string, b: string): boolean =>
  phoneticCode(a) === phoneticCode(b) && vowelsOf(a) === vowelsOf(b)
