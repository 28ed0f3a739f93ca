const commonStart = (short: string, long: string): number => {
  let at = 0
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1
  return at
}

const commonEnd = (short: string, long: string, most: number): number => {
  const shift = long.length - short.length
  let length = 0
  while (
    length < most &&
    short.charCodeAt(short.length - 1 - length) ===
      long.charCodeAt(short.length - 1 - length + shift)
  )
    length += 1
  return length
}

/**
 * Whether two different strings are one keying slip apart: a character more, less, exchanged, or two neighbours swapped.
 * The same as an optimal string alignment distance of 1, in linear time.
 */
export const isOneEdit = (a: string, b: string): boolean => {
  const aLeads = a.length <= b.length
  const short = aLeads ? a : b
  const long = aLeads ? b : a
  if (long.length - short.length > 1 || a === b) return false
  const start = commonStart(short, long)
  const left = short.length - start - commonEnd(short, long, short.length - start)
  if (short.length < long.length) return left === 0
  if (left === 1) return true
  return (
    left === 2 &&
    short.charCodeAt(start) === long.charCodeAt(start + 1) &&
    short.charCodeAt(start + 1) === long.charCodeAt(start)
  )
}

/** Whether two texts of one length differ in two characters only, wherever they stand; or are swapped about one between. */
export const isTwoEdits = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  let different = 0
  for (let at = 0; at < a.length && different <= 2; at += 1)
    if (a.charCodeAt(at) !== b.charCodeAt(at)) different += 1
  return different === 2
}
