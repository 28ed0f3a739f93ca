import { isInvisible } from './fold.ts'
import { looksLike } from './look-alikes.ts'
import type { Span } from './mark-spans.ts'

/** A text as a reader sees it: NFKC, look-alikes as Latin letters, nothing invisible. Signs and capitals stay. */
export type Readable = {
  readonly shown: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const shownAs = (character: string): string =>
  character <= '\u007f' ? character : looksLike(character).normalize('NFKC')

export const readable = (text: string): Readable => {
  const shown: string[] = []
  const [from, to]: [number[], number[]] = [[], []]
  let at = 0
  for (const character of text) {
    const units = isInvisible(character) ? [] : shownAs(character).split('')
    for (const unit of units) {
      shown.push(unit)
      from.push(at)
      to.push(at + character.length)
    }
    at += character.length
  }
  return { shown: shown.join(''), from, to }
}

/** Where in the text a pattern (global) finds something to read. */
export const spansOf = ({ shown, from, to }: Readable, pattern: RegExp): readonly Span[] =>
  [...shown.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: from[index] ?? 0,
    to: to[index + found.length - 1] ?? 0,
  }))
