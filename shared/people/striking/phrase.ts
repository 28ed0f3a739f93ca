import type { Candidate, Strength } from './candidate.ts'
import { isChance, isLong, leastLong } from './chance.ts'
import type { Folded } from './fold.ts'
import { lengthsWithinOneEdit } from './one-edit.ts'
import { isOrdinary } from './ordinary-words.ts'
import { joinedWritings, writingsOf } from './same-words.ts'
import { collapsedShapeOf, type Shaped, shapeOf, shapesOf, signsBetween } from './shapes.ts'

/** The writings that are looked for. The "s" of a possessive may be missing. */
const writingsJoined = (words: readonly string[]): readonly string[] => {
  const joined = joinedWritings(words, (word) => (word === 's' ? ['s', ''] : writingsOf(word)))
  return [...new Set(joined)].filter((writing) => writing.length > 1)
}

type Place = { readonly from: number; readonly to: number; readonly isLoose: boolean }

const placesOf = ({ shapes }: Shaped, writing: string): readonly Place[] => {
  const places: Place[] = []
  for (let from = shapes.indexOf(writing); from >= 0; from = shapes.indexOf(writing, from + 1))
    places.push({ from, to: from + writing.length, isLoose: false })
  return places
}

/**
 * With one sign wrong, one of the first two is still at its place or in the other's. A place may be given twice.
 */
const placesMisspelt = ({ shapes, ...starts }: Shaped, writing: string): readonly Place[] => {
  const places: Place[] = []
  const [first, second] = [writing.charAt(0), writing.charAt(1)]
  for (const starting of [
    starts.byFirst.get(first),
    starts.byFirst.get(second),
    starts.bySecond.get(first),
    starts.bySecond.get(second),
  ])
    for (const from of starting ?? [])
      for (const length of lengthsWithinOneEdit(shapes, from, writing))
        places.push({ from, to: from + length, isLoose: true })
  return places
}

type Found = { readonly from: number; readonly to: number; readonly isLoose: boolean }

const foundIn = (folded: Folded, view: Shaped, places: readonly Place[]): readonly Found[] =>
  places.map(({ isLoose, ...place }) => ({ ...signsBetween(folded, view, place), isLoose }))

/** Those that touch none of the others where these are whole words: "a Rose House" is no misspelling of what is in it. */
const awayFrom = (
  folded: Folded,
  right: readonly Found[],
  wrong: readonly Found[],
): readonly Found[] => {
  const taken = new Set<number>()
  for (const { from, to } of right)
    if (folded.opens[from] === true && folded.opens[to] === true)
      for (let at = from; at < to; at += 1) taken.add(at)
  if (taken.size === 0) return wrong
  return wrong.filter(({ from, to }) => {
    for (let at = from; at < to; at += 1) if (taken.has(at)) return false
    return true
  })
}

/** The writings of some words as shapes, and those long enough to be looked for with a letter wrong. */
type Writings = {
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

const writingsAs = (words: readonly string[], as: (signs: string) => string): Writings => {
  const joined = writingsJoined(words)
  const long = joined.filter(({ length }) => length >= leastLong(words))
  return { right: [...new Set(joined.map(as))], wrong: [...new Set(long.map(as))] }
}

/** Each place once, where two views of the text show the same. */
const distinct = (found: readonly Found[]): readonly Found[] => [
  ...new Map(found.map((place) => [place.from * 1_000_000 + place.to, place])).values(),
]

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
  const plain = writingsAs(words, shapeOf)
  const collapsed = writingsAs(words, collapsedShapeOf)
  const needsCapital = words.length === 1 && words.every(isOrdinary)
  const foundWrong = (folded: Folded): readonly Found[] => {
    const views = shapesOf(folded)
    const misspelt = (view: Shaped, { wrong }: Writings): readonly Found[] =>
      foundIn(
        folded,
        view,
        wrong.flatMap((writing) => placesMisspelt(view, writing)),
      )
    return distinct([...misspelt(views.plain, plain), ...misspelt(views.collapsed, collapsed)])
  }
  return (folded) => {
    const views = shapesOf(folded)
    const spelt = (view: Shaped, { right: all }: Writings): readonly Found[] =>
      foundIn(
        folded,
        view,
        all.flatMap((writing) => placesOf(view, writing)),
      )
    // Only the plain view cuts "eighttollgateavenue" before the second t.
    const right = distinct([
      ...spelt(views.plain, plain),
      ...(long ? spelt(views.collapsed, collapsed) : []),
    ])
    const wrong = long ? awayFrom(folded, right, foundWrong(folded)) : []
    return [...right, ...wrong]
      .filter((found) => !isChance(folded, found, words))
      .map((found) => {
        const isPlain = needsCapital && folded.capitals[found.from] !== true
        return { ...found, strength: isPlain ? 'beside' : strength, group }
      })
  }
}
