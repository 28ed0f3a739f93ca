import { type Folded, followsStop } from './fold.ts'

const shapes: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'l', i: 'l', '2': 'z', '3': 'e', '4': 'a' },
  ...{ '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g' },
}

/** One sign for all that are mistaken for each other: "R0se" and "Rose", "lris" and "Iris". */
export const shapeOf = (signs: string): string =>
  [...signs].map((sign) => shapes[sign] ?? sign).join('')

type Starts = ReadonlyMap<string, readonly number[]>

const startsBy = (starts: readonly number[], shapeAt: (start: number) => string): Starts =>
  Map.groupBy(starts, shapeAt)

/** A folded text by its shapes, each repeated one once if so wished; `first` and `last` lead back to the signs. */
export type Shaped = {
  readonly shapes: string
  readonly first: readonly number[]
  readonly last: readonly number[]
  /** Places in `shapes` at which a word may begin, by the shape there and by the shape after it. */
  readonly byFirst: Starts
  readonly bySecond: Starts
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
  return {
    shapes: kept.join(''),
    first,
    last,
    byFirst: startsBy(starts, (start) => kept[start] ?? ''),
    bySecond: startsBy(starts, (start) => kept[start + 1] ?? ''),
  }
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

type Range = { readonly low: number; readonly high: number }

const startIn = ({ opens }: Folded, { low, high }: Range): number => {
  for (let at = high; at > low; at -= 1) if (opens[at] === true) return at
  return low
}

const lastSpelt = (folded: Folded, { low, high }: Range): number => {
  let last = low
  for (let at = low + 1; at <= high && !followsStop(folded, at); at += 1)
    if (folded.opens[at + 1] === true) last = at
  return last
}

const endIn = (folded: Folded, { low, high }: Range): number => {
  const { opens, gaps } = folded
  if (gaps[low] === true && gaps[low + 1] === true) return lastSpelt(folded, { low, high })
  for (let at = low; at < high; at += 1) if (opens[at + 1] === true) return at
  return high
}

/**
 * The signs between two places among the shapes: as few as make whole words where a repeated sign leaves a choice, but all
 * of those that are written one by one ("C o t t").
 */
export const signsBetween = (
  folded: Folded,
  { first, last }: Shaped,
  place: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } => {
  const end = place.to - 1
  const from = startIn(folded, { low: first[place.from] ?? 0, high: last[place.from] ?? 0 })
  const to = endIn(folded, { low: first[end] ?? 0, high: last[end] ?? 0 })
  return { from: Math.min(from, to), to: to + 1 }
}
