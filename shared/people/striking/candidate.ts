import type { Folded } from './fold.ts'

/**
 * When a part of something protected is struck where it is found. `alone`: wherever it stands. `placed`: after a word
 * of place ("in", "near"), before one like "road", or beside what is struck. `number`: after a word like "flat", or
 * beside what is struck. `numbered`: only with the house number of its own address. `shared-number`: a house number that an excepted address has too, only beside what is struck.
 * `beside`: only beside what is struck. `initial`: only right before or after a struck name.
 */
export type Strength =
  | 'alone'
  | 'placed'
  | 'number'
  | 'shared-number'
  | 'numbered'
  | 'beside'
  | 'initial'

/** Signs of a text, `from` one `to` before another, that say a protected part. */
export type Candidate = {
  readonly from: number
  readonly to: number
  readonly strength: Strength
  /** The address that the part belongs to, for its number and street to find each other. */
  readonly group: number
  /** Misspelt, so that a right spelling of something else in the same place goes before it. */
  readonly isLoose?: boolean
  /** Cannot be a piece of another word, and so needs no word's edge. */
  readonly isUnmistakable?: boolean
}

/** A part of something protected: `key` is the same for all writings of it, `id` for all parts that find the same. */
export type Part = {
  readonly key: string
  readonly id?: string
  readonly find: (folded: Folded) => readonly Candidate[]
}

const longestWord = 24

/** Where the word begins that the sign before `end` belongs to. Words longer than any are cut. */
export const wordBefore = ({ opens, signs }: Folded, end: number): string => {
  let start = end - 1
  while (start > 0 && end - start < longestWord && opens[start] !== true) start -= 1
  return start < 0 ? '' : signs.slice(start, end)
}

/** The word, or what is left of it, that begins with the sign. */
export const wordFrom = ({ opens, signs }: Folded, start: number): string => {
  let end = start + 1
  while (end < signs.length && end - start < longestWord && opens[end] !== true) end += 1
  return signs.slice(start, Math.min(end, signs.length))
}

/** The words of a stretch, as its edges cut them. */
export const wordsWithin = (folded: Folded, from: number, to: number): readonly string[] => {
  const words: string[] = []
  for (let at = from; at < to; ) {
    let end = at + 1
    while (end < to && folded.opens[end] !== true) end += 1
    words.push(folded.signs.slice(at, end))
    at = end
  }
  return words
}
