import type { Span } from './mark-spans.ts'

const words =
  /(?<![\p{L}\p{N}@/.-])(?:\/{3}\s?\p{L}{3,20}(?:[.。․·]\p{L}{3,20}){2}|\p{Ll}{4,20}(?:[.。․·]\p{Ll}{4,20}){2})(?![\p{L}\p{N}@]|[.-]\p{L})/gu
const said = /(?<![\p{L}\p{N}])\p{L}{4,20}(?:\s{1,3}dot\s{1,3}\p{L}{4,20}){2}(?![\p{L}\p{N}])/giu

/** A place by three words with dots ("///filled.count.soap"), which leads to a door and which no register holds. */
export const threeWords = (text: string): readonly Span[] =>
  [words, said].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      from: index,
      to: index + found.length,
    })),
  )
