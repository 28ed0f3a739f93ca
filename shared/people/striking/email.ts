import type { Part } from './candidate.ts'
import { fold } from './fold.ts'
import { placesMatching } from './places-matching.ts'
import { waysToSay } from './spoken-numbers.ts'

const saidAs: Readonly<Record<string, string>> = {
  '.': '(?:dot|point|fullstop|stop)?',
  '-': '(?:dash|hyphen|minus)?',
  _: '(?:underscore|underline|underbar)?',
  '+': '(?:plus)?',
}

const patternOfSign = (sign: string): string => {
  const said = waysToSay(sign)
  return said.length === 0 ? sign : `(?:${[sign, ...said].join('|')})`
}

/** A pattern for the signs of one part of an address: what stands between them may be left out or said. */
const patternOf = (text: string): string =>
  [...text]
    .map((character) => saidAs[character] ?? [...fold(character).signs].map(patternOfSign).join(''))
    .join('')

const at = '(?:at|symbolat|atsign)?'

/** The local part tells by itself whose it is where it has a digit; without one it is often just a name. */
const isTelling = (local: string): boolean => /\d/.test(local) && local.length >= 6

/** An e-mail address, with its signs said or not: "lina dot m at example dot org", "lina.m@example". */
export const emailParts = (email: string, group: number): readonly Part[] => {
  const cut = email.lastIndexOf('@')
  const [local, domain] = [email.slice(0, Math.max(cut, 0)), email.slice(cut + 1)]
  const [label = '', ...rest] = domain.split('.')
  if (fold(local).signs === '' || fold(label).signs === '') return []
  const end = rest.map((piece) => `(?:${saidAs['.'] ?? ''}${patternOf(piece)})?`).join('')
  const whole = patternOf(local) + at + patternOf(label) + end
  const patterns = [whole, ...(isTelling(local) ? [patternOf(local)] : [])]
  return patterns.map((pattern, nth) => ({
    key: `email:${nth}:${fold(email).signs}`,
    find: (folded) =>
      placesMatching(new RegExp(pattern, 'g'), folded.signs).map((place) => ({
        ...place,
        strength: 'alone',
        group,
      })),
  }))
}
