import { type Candidate, type Strength, wordsWithin } from './candidate.ts'
import type { Folded } from './fold.ts'
import { lengthsWithinOneEdit } from './one-edit.ts'
import { isOrdinary } from './ordinary-words.ts'
import { writingsOf } from './same-words.ts'
import { collapsedShapeOf, type Shaped, shapeOf, shapesOf, signsBetween } from './shapes.ts'

const mostWritings = 96

/** Each writing of the words, joined: "rosehouse", "rosehse". The "s" of a possessive may be missing. */
const writingsJoined = (words: readonly string[]): readonly string[] => {
  const joined = words.reduce<readonly string[]>(
    (starts, word) => {
      const ways = word === 's' ? ['s', ''] : writingsOf(word)
      return starts.flatMap((start) => ways.map((way) => start + way)).slice(0, mostWritings)
    },
    [''],
  )
  return [...new Set(joined)].filter((writing) => writing.length > 1)
}

/** From so many letters on, words are known again with a letter doubled or wrong. */
const leastLong = (words: readonly string[]): number => (words.length > 1 ? 8 : 6)

const isLong = (words: readonly string[]): boolean => words.join('').length >= leastLong(words)

const isSplitAlike = (found: readonly string[], words: readonly string[]): boolean =>
  found.length === words.length &&
  found.every((word, at) => writingsOf(words[at] ?? '').includes(word))

const isOrdinaryPiece = (word: string): boolean =>
  word.length < 2 ? 'ai'.includes(word) : isOrdinary(word)

/** "Other-home": what a hyphen or dot cuts is still one word. */
const isJoinedByHyphens = (folded: Folded, from: number, to: number): boolean =>
  folded.gaps.slice(from + 1, to).includes(true) &&
  !/\s/.test(folded.text.slice(folded.from[from] ?? 0, folded.to[to - 1] ?? 0))

/** Whether the signs are other words that happen to run into the same letters: "came and over", "lose house keys". */
const isChance = (
  folded: Folded,
  span: { from: number; to: number },
  words: readonly string[],
): boolean => {
  const { from, to } = span
  if (folded.sentences.slice(from + 1, to).includes(true)) return true
  const found = wordsWithin(folded, from, to)
  if (isSplitAlike(found, words)) return false
  if (
    !isLong(words) &&
    found.length > 1 &&
    found.some((word) => word.length > 1 && isOrdinary(word))
  )
    return true
  if (!found.every(isOrdinaryPiece) || isJoinedByHyphens(folded, from, to)) return false
  return found.length === 1 || !folded.capitals.slice(from + 1, to).includes(true)
}

type Place = { readonly from: number; readonly to: number; readonly isLoose: boolean }

const placesOf = ({ shapes }: Shaped, writing: string): readonly Place[] => {
  const places: Place[] = []
  for (let from = shapes.indexOf(writing); from >= 0; from = shapes.indexOf(writing, from + 1))
    places.push({ from, to: from + writing.length, isLoose: false })
  return places
}

const placesMisspelt = ({ shapes, starts }: Shaped, writing: string): readonly Place[] => {
  const places: Place[] = []
  for (const from of starts)
    for (const length of lengthsWithinOneEdit(shapes, from, writing))
      places.push({ from, to: from + length, isLoose: true })
  return places
}

/**
 * Finds the words in any writing. Without a capital, one that is an everyday word is only what stands `beside` something
 * struck.
 */
export const findPhrase = (
  words: readonly string[],
  strength: Strength,
  group: number,
): ((folded: Folded) => readonly Candidate[]) => {
  const long = isLong(words)
  const joined = writingsJoined(words)
  const writings = [...new Set(joined.map(long ? collapsedShapeOf : shapeOf))]
  const misspelt = new Set(
    joined.filter(({ length }) => length >= leastLong(words)).map(collapsedShapeOf),
  )
  const needsCapital = words.length === 1 && words.every(isOrdinary)
  return (folded) => {
    const view = long ? shapesOf(folded).collapsed : shapesOf(folded).plain
    return [
      ...writings.flatMap((writing) => placesOf(view, writing)),
      ...[...misspelt].flatMap((writing) => placesMisspelt(view, writing)),
    ].flatMap(({ isLoose, ...place }) => {
      const span = signsBetween(folded, view, place)
      if (isChance(folded, span, words)) return []
      const isPlain = needsCapital && folded.capitals[span.from] !== true
      return [{ ...span, strength: isPlain ? 'beside' : strength, group, isLoose }]
    })
  }
}
