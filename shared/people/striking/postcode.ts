import { type Candidate, type Part, wordsWithin } from './candidate.ts'
import type { Folded } from './fold.ts'
import { isOrdinary } from './ordinary-words.ts'
import { placesMatching } from './places-matching.ts'
import { waysToSay } from './spoken-numbers.ts'

const mistakenFor: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'li', '2': 'z', '5': 's', '8': 'b' },
  ...{ o: '0', i: '1l', l: '1i', z: '2', s: '5', b: '8' },
}

const spelt = new Map(
  (
    'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo ' +
    'sierra tango uniform victor whisky xray yankee zulu'
  )
    .split(' ')
    .map((word) => [word.charAt(0), [word]]),
)
spelt.get('a')?.push('alfa')
spelt.get('j')?.push('juliett')
spelt.get('w')?.push('whiskey')
spelt.get('z')?.push('zed', 'zee')

/** What a sign of a postcode may be written as. */
const writingsOfSign = (sign: string): string => {
  const words = [...waysToSay(sign), ...(spelt.get(sign) ?? [])]
  return `(?:${words.map((word) => `${word}|`).join('')}[${sign}${mistakenFor[sign] ?? ''}])`
}

const patternOf = (code: string): string => [...code].map(writingsOfSign).join('')

const wholeCode = /^([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})$/

const isWhole = ({ opens }: Folded, from: number, to: number): boolean =>
  opens[from] === true && opens[to] === true

const longestCode = 7

/** A digit, a sign said as a word, or the edges of words around it tell a code from letters that run like one. */
const isCode = (folded: Folded, from: number, to: number): boolean => {
  if (to - from > longestCode || /\d/.test(folded.signs.slice(from, to))) return true
  return isWhole(folded, from, to) && !wordsWithin(folded, from, to).every(isOrdinary)
}

const inward = /^\d[a-z]{2}$/

/** Whether the district is the beginning of another whole postcode. */
const goesOn = ({ signs, opens }: Folded, to: number): boolean =>
  inward.test(signs.slice(to, to + 3)) && opens[to + 3] === true

/** "M1" is a road as well: so short a district is struck only beside something else. */
const strengthOfDistrict = (outward: string): 'alone' | 'beside' =>
  outward.length > 2 ? 'alone' : 'beside'

const findWhole =
  (pattern: RegExp, group: number) =>
  (folded: Folded): readonly Candidate[] =>
    placesMatching(pattern, folded.signs)
      .filter(({ from, to }) => isCode(folded, from, to))
      .map((place) => ({ ...place, strength: 'alone', group, isUnmistakable: true }))

const findHalf =
  (half: string, group: number) =>
  (folded: Folded): readonly Candidate[] =>
    placesMatching(new RegExp(patternOf(half), 'g'), folded.signs)
      .filter(
        ({ from, to }) =>
          isWhole(folded, from, to) &&
          /\d/.test(folded.signs.slice(from, to)) &&
          !goesOn(folded, to),
      )
      .map((place) => ({
        ...place,
        strength: inward.test(half) ? 'beside' : strengthOfDistrict(half),
        group,
      }))

/**
 * The parts of a postcode: the whole in any writing, the district alone ("NM3"), and the last half ("1ZZ") only beside
 * something struck, since by itself it leads to thousands of places. A piece of one is struck as it is written.
 */
export const postcodeParts = (signs: string, group: number): readonly Part[] => {
  const [, outward, inwardHalf] = wholeCode.exec(signs) ?? []
  if (outward === undefined || inwardHalf === undefined)
    return /^[a-z]{1,2}\d/.test(signs)
      ? [{ key: `postcode:${signs}`, find: findHalf(signs, group) }]
      : []
  return [
    { key: `postcode:${signs}`, find: findWhole(new RegExp(patternOf(signs), 'g'), group) },
    { key: `postcode:${outward}`, find: findHalf(outward, group) },
    { key: `postcode:${signs}:inward`, find: findHalf(inwardHalf, group) },
  ]
}
