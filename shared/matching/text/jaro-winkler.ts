const prefixMost = 4
const prefixScale = 0.1
const boostAbove = 0.7

/** First untaken position of `code` in `text` between two bounds, or -1. */
const freePosition = (
  text: string,
  code: number,
  search: { readonly from: number; readonly to: number; readonly taken: Uint8Array },
): number => {
  for (let at = search.from; at <= search.to; at += 1) {
    if (search.taken[at] === 0 && text.charCodeAt(at) === code) return at
  }
  return -1
}

/** The letters both hold within reach, once in the order of each. */
const sharedLetters = (short: string, long: string): readonly [number[], number[]] => {
  const reach = Math.max(0, Math.floor(long.length / 2) - 1)
  const taken = new Uint8Array(long.length)
  const inShort: number[] = []
  for (let at = 0; at < short.length; at += 1) {
    const code = short.charCodeAt(at)
    const from = Math.max(0, at - reach)
    const found = freePosition(long, code, {
      from,
      to: Math.min(long.length - 1, at + reach),
      taken,
    })
    if (found < 0) continue
    taken[found] = 1
    inShort.push(code)
  }
  const inLong: number[] = []
  taken.forEach((mark, at) => {
    if (mark === 1) inLong.push(long.charCodeAt(at))
  })
  return [inShort, inLong]
}

const commonPrefix = (a: string, b: string): number => {
  let length = 0
  const most = Math.min(prefixMost, a.length, b.length)
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return length
}

/**
 * Likeness of two strings from 0 to 1. The prefix is rewarded only above 0.7, as Winkler published it: several npm
 * packages reward it always, or miscount transpositions. Greedy pairing depends on which string leads, so the
 * shorter (then the lesser) always does, which makes the measure symmetric.
 * @see W. E. Winkler, String Comparator Metrics and Enhanced Decision Rules, 1990
 */
export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1
  const aLeads = a.length < b.length || (a.length === b.length && a < b)
  const [short, long] = aLeads ? [a, b] : [b, a]
  if (short.length === 0) return 0
  const [inShort, inLong] = sharedLetters(short, long)
  const shared = inShort.length
  if (shared === 0) return 0
  const outOfOrder = inShort.filter((code, at) => code !== inLong[at]).length
  const halved = Math.floor(outOfOrder / 2)
  const jaro = (shared / short.length + shared / long.length + (shared - halved) / shared) / 3
  return jaro <= boostAbove ? jaro : jaro + commonPrefix(a, b) * prefixScale * (1 - jaro)
}
