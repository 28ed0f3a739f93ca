import { mark } from './mark.ts'

/** A stretch of a text, from one place to before another. */
export type Span = { readonly from: number; readonly to: number }

const besideMark = /\[protected\](?:[\s,;/_–-]{0,3}\[protected\])+/gu

/** A plus or bracket before a number belongs to it. */
const withPrefix = (text: string, { from, to }: Span): Span => {
  let start = from
  while (start > 0 && /[+(]/.test(text.charAt(start - 1)) && /[\d(]/.test(text.charAt(start)))
    start -= 1
  return { from: start, to }
}

/** The text with a mark for each span; spans that overlap, and marks side by side, become one. */
export const markSpans = (text: string, spans: readonly Span[]): string => {
  if (spans.length === 0) return text
  const pieces: string[] = []
  let end = 0
  for (const { from, to } of spans
    .map((span) => withPrefix(text, span))
    .toSorted((one, other) => one.from - other.from)) {
    if (from >= end) pieces.push(text.slice(end, from), mark)
    end = Math.max(end, to)
  }
  return [...pieces, text.slice(end)].join('').replace(besideMark, mark)
}

/** The same, again until it changes nothing: what is struck parts what stood written together, and that may be a number. */
export const untilSame =
  (strike: (text: string) => string) =>
  (text: string): string => {
    let before = text
    let after = strike(before)
    while (after !== before) {
      before = after
      after = strike(before)
    }
    return after
  }
