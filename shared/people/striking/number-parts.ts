import type { Candidate, Part, Strength } from './candidate.ts'
import type { Folded } from './fold.ts'
import { type Run, runsOf } from './number-runs.ts'
import { placesMatching } from './places-matching.ts'
import { writingsOf } from './same-words.ts'
import { patternsOfNumber } from './spoken-numbers.ts'

/** The digits of a telephone number by which two writings are compared: without the country and the leading zero. */
export const nationalDigits = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:0044|44)?0*/, '')

const country = /(?:00440?|440?|0)$/

const spanOf = (run: Run, from: number, to: number): { from: number; to: number } => ({
  from: run.from[from] ?? 0,
  to: run.to[to - 1] ?? 0,
})

/** Shorter numbers are common: they are found only where nothing else stands in the run. */
const leastToFindWithin = 9
/** A number without its area code, as it is given to somebody who lives there. */
const leastLocal = 6

const placesIn = (run: Run, national: string): readonly (readonly [from: number, to: number])[] => {
  const { digits } = run
  if (national.length < leastToFindWithin || digits.length <= national.length) {
    const bare = digits.replace(/^(?:0044|44|0)0?/, '')
    const isLocal = bare.length >= leastLocal && national.endsWith(bare)
    return bare === national || digits === national || isLocal ? [[0, digits.length]] : []
  }
  const places: (readonly [number, number])[] = []
  for (let at = digits.indexOf(national); at >= 0; at = digits.indexOf(national, at + 1)) {
    const prefix = country.exec(digits.slice(Math.max(0, at - 5), at))?.[0] ?? ''
    places.push([at - prefix.length, at + national.length])
  }
  return places
}

const alone = (place: { from: number; to: number }, group: number): Candidate => ({
  ...place,
  strength: 'alone',
  group,
  isUnmistakable: true,
})

/** A telephone number in any grouping, said or written, with or without its country or area. */
export const phoneParts = (phone: string, group: number): readonly Part[] => {
  const national = nationalDigits(phone)
  if (national.length < 5) return []
  const find = (folded: Folded): readonly Candidate[] =>
    runsOf(folded).flatMap((run) =>
      placesIn(run, national).map(([from, to]) => alone(spanOf(run, from, to), group)),
    )
  return [{ key: `phone:${national}`, find }]
}

/** A property reference number, of at least five digits, where it is the whole run. */
export const uprnParts = (uprn: string, group: number): readonly Part[] => {
  const digits = uprn.replace(/^0+/, '')
  if (digits.length < 5) return []
  const find = (folded: Folded): readonly Candidate[] =>
    runsOf(folded)
      .filter((run) => run.digits.replace(/^0+/, '') === digits)
      .map((run) => alone(spanOf(run, 0, run.digits.length), group))
  return [{ key: `uprn:${digits}`, find }]
}

const pieces = /\d+|[a-z]+/g

/** A pattern for a house number such as "14b", without white space. A nought is said "o" or "oh", one at a time. */
const patternOf = (number: string, zero: 'o' | 'oh'): string =>
  (number.match(pieces) ?? [])
    .map((piece) => (/^\d/.test(piece) ? patternsOfNumber(piece, zero) : writingsOf(piece)))
    .map((ways) => `(?:${ways.join('|')})`)
    .join('')

/** One for all writings of a house number. */
export const keyOfNumber = (number: string): string => `number:${number}`

/** A house number, which is struck only where its surroundings tell that it is one. */
export const houseNumberPart = (number: string, group: number, strength: Strength): Part => {
  const patterns = (['o', 'oh'] as const).map((zero) => new RegExp(patternOf(number, zero), 'g'))
  return {
    key: keyOfNumber(number),
    id: `${keyOfNumber(number)}:${group}`,
    find: (folded) =>
      patterns
        .flatMap((pattern) => placesMatching(pattern, folded.signs))
        .filter(({ from, to }) => folded.opens[from] === true || folded.opens[to] === true)
        .map((place) => ({ ...place, strength, group })),
  }
}
