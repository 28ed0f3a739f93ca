// The rules of what is struck of a place, in three sentences. A name of two words or more, or an uncommon one, is struck
// wherever it stands. A common word ("Rose", "Reading") is struck in capitals only if it is the whole name of the place,
// and else, like a house number, the High Street or half a postcode, only beside something that is struck. What is left
// of a street or school without "road" or "school" is struck after a word of place ("in Tollgate") or beside its number.
import type { Part, Strength } from './candidate.ts'
import { houseNumberPart, keyOfNumber } from './number-parts.ts'
import { isOrdinary } from './ordinary-words.ts'
import { findPhrase } from './phrase.ts'
import type { Piece } from './place-pieces.ts'
import { shorterForms } from './place-pieces.ts'
import { isGeneric, wordToCompare } from './same-words.ts'
import { collapsedShapeOf } from './shapes.ts'

/** Streets that every town has. */
const everywhere = new Set(['high street', 'high road', 'main street', 'main road', 'the street'])

/** One for all writings of the same words. */
export const keyOfWords = (words: readonly string[]): string =>
  `words:${collapsedShapeOf(
    words
      .filter((word) => word !== 's' && word !== 'the')
      .map(wordToCompare)
      .join(''),
  )}`

const leastAlone = 3
const leastPlaced = 6

const strengthOfWhole = (words: readonly string[]): readonly Strength[] => {
  if (everywhere.has(words.join(' '))) return ['numbered', 'beside']
  return words.every(isGeneric) ? ['beside'] : ['alone']
}

const strengthOfRest = (words: readonly string[]): readonly Strength[] => {
  if (words.length > 1) return strengthOfWhole(words)
  const [word = ''] = words
  return word.length >= leastPlaced && !isOrdinary(word) ? ['placed'] : ['beside']
}

/** Whether the part looks for the house number of its own address. */
const isOfItsAddress = (strength: Strength): boolean =>
  strength === 'placed' || strength === 'numbered'

/** The parts of some words that name a place; `isStreet` where they are the street of the address. */
const wordParts = (words: readonly string[], group: number): readonly Part[] =>
  shorterForms(words)
    .filter((form) => form.join('').length >= leastAlone)
    .flatMap((form, nth) =>
      (nth === 0 ? strengthOfWhole(form) : strengthOfRest(form)).map((strength) => ({
        key: keyOfWords(form),
        id: `${strength}:${keyOfWords(form)}:${isOfItsAddress(strength) ? group : ''}`,
        find: findPhrase(form, strength, group),
      })),
    )

/** A street that is no secret, of an address whose number is one. */
export const numberedParts = (words: readonly string[], group: number): readonly Part[] =>
  shorterForms(words).map((form) => ({
    key: `numbered:${keyOfWords(form)}:${group}`,
    find: findPhrase(form, 'numbered', group),
  }))

export const pieceParts = (
  { numbers, words }: Piece,
  group: number,
  excepted: ReadonlySet<string>,
): readonly Part[] => [
  ...numbers.map((number) =>
    houseNumberPart(number, group, excepted.has(keyOfNumber(number)) ? 'shared-number' : 'number'),
  ),
  ...wordParts(words, group),
]
