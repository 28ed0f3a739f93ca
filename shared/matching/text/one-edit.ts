/** First place where two strings differ; the shorter one's length when it is the beginning of the other. */
const firstDifference = (short: string, long: string): number => {
  let at = 0
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1
  return at
}

/**
 * Whether two different strings are one keying slip apart: a sign more, less, exchanged, or two neighbours swapped.
 * The same as an optimal string alignment distance of 1, in linear time.
 */
export const isOneEdit = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || a === b) return false
  const at = firstDifference(short, long)
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short.charCodeAt(at) === long.charCodeAt(at + 1) &&
    short.charCodeAt(at + 1) === long.charCodeAt(at) &&
    short.slice(at + 2) === long.slice(at + 2)
  )
}

/** Whether two texts of one length differ in two signs only, wherever they stand; or are swapped about one between. */
export const isTwoEdits = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  let different = 0
  for (let at = 0; at < a.length; at += 1) if (a.charCodeAt(at) !== b.charCodeAt(at)) different += 1
  return different === 2
}
