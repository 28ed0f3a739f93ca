import type { Folded } from './fold.ts'

const shapes: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'l', i: 'l', '2': 'z', '3': 'e', '4': 'a' },
  ...{ '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g' },
}

/** One sign for all that are mistaken for each other: "R0se" and "Rose", "lris" and "Iris". */
export const shapeOf = (signs: string): string =>
  [...signs].map((sign) => shapes[sign] ?? sign).join('')

/** A folded text by its shapes, each repeated one once if so wished; `first` and `last` lead back to the signs. */
export type Shaped = {
  readonly shapes: string
  readonly first: readonly number[]
  readonly last: readonly number[]
  /** Places in `shapes` at which a word may begin. */
  readonly starts: readonly number[]
}

const withoutRepeats = (text: string): string => text.replace(/(.)\1+/gsu, '$1')

export const collapsedShapeOf = (signs: string): string => withoutRepeats(shapeOf(signs))

const shaped = ({ signs, opens }: Folded, collapses: boolean): Shaped => {
  const [first, last, starts]: [number[], number[], number[]] = [[], [], []]
  const kept: string[] = []
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs.charAt(at)
    const shape = shapes[sign] ?? sign
    if (!collapses || shape !== kept.at(-1)) {
      kept.push(shape)
      first.push(at)
      last.push(at)
    } else last[last.length - 1] = at
    const place = kept.length - 1
    if (opens[at] === true && starts.at(-1) !== place) starts.push(place)
  }
  return { shapes: kept.join(''), first, last, starts }
}

const memo = new WeakMap<Folded, { readonly plain: Shaped; readonly collapsed: Shaped }>()

/** The shapes of a text as they are, and with each repeated one once. Made once a text. */
export const shapesOf = (
  folded: Folded,
): { readonly plain: Shaped; readonly collapsed: Shaped } => {
  const known = memo.get(folded)
  if (known !== undefined) return known
  const both = { plain: shaped(folded, false), collapsed: shaped(folded, true) }
  memo.set(folded, both)
  return both
}

/** The signs between two places among the shapes: as many as make whole words, where a repeated sign leaves a choice. */
export const signsBetween = (
  { opens }: Folded,
  { first, last }: Shaped,
  place: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } => {
  const [low, high] = [first[place.from] ?? 0, last[place.from] ?? 0]
  let from = low
  while (from < high && opens[from] !== true) from += 1
  const [start, end] = [first[place.to - 1] ?? 0, last[place.to - 1] ?? 0]
  let to = end
  while (to > start && opens[to + 1] !== true) to -= 1
  return { from: Math.min(from, to), to: to + 1 }
}
