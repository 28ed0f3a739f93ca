const prefixMost = 4
const prefixScale = 0.1
const boostAbove = 0.7
/** Signs compared; a set of positions is the bits of one number. */
const longest = 31

// Shared, since no call outlives the next. Where each character stands in the longer text and has no partner yet (all empty
// between calls); and the characters of the shorter text that found a partner, in its order.
const places = new Int32Array(65_536)
const paired = new Uint16Array(longest)

/**
 * Pairs equal characters within reach, each with the first place still free. Gives how many, and which positions of the longer
 * text were taken. Bits find the place without a search, and without a branch that no processor could foretell.
 */
const pairSigns = (short: string, long: string): { count: number; taken: number } => {
  for (let at = 0; at < long.length; at += 1) {
    const code = long.charCodeAt(at)
    places[code] = (places[code] ?? 0) | (1 << at)
  }
  const reach = Math.max(0, (long.length >> 1) - 1)
  let within = (2 << reach) - 1
  let taken = 0
  let count = 0
  for (let at = 0; at < short.length; at += 1) {
    const code = short.charCodeAt(at)
    const free = places[code] ?? 0
    const first = free & within & -(free & within)
    places[code] = free ^ first
    taken |= first
    paired[count] = code
    count += Number(first !== 0)
    within = (within << 1) | Number(at < reach)
  }
  for (let at = 0; at < long.length; at += 1) places[long.charCodeAt(at)] = 0
  return { count, taken }
}

const outOfOrder = (long: string, taken: number): number => {
  let next = 0
  let wrong = 0
  for (let at = 0; at < long.length; at += 1) {
    if (((taken >>> at) & 1) === 0) continue
    if (paired[next] !== long.charCodeAt(at)) wrong += 1
    next += 1
  }
  return wrong
}

const commonPrefix = (a: string, b: string): number => {
  let length = 0
  const most = Math.min(prefixMost, a.length, b.length)
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return length
}

/**
 * Likeness of two strings from 0 to 1, by their first 31 characters. The prefix is rewarded only above 0.7, as Winkler
 * published it: several npm packages reward it always, or miscount transpositions. Greedy pairing depends on which
 * string leads, so the shorter (then the lesser) always does, which makes the measure symmetric.
 * @see W. E. Winkler, String Comparator Metrics and Enhanced Decision Rules, 1990
 */
export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1
  const aLeads = a.length < b.length || (a.length === b.length && a < b)
  const short = (aLeads ? a : b).slice(0, longest)
  const long = (aLeads ? b : a).slice(0, longest)
  const { count, taken } = pairSigns(short, long)
  if (count === 0) return 0
  const halved = outOfOrder(long, taken) >> 1
  const jaro = (count / short.length + count / long.length + (count - halved) / count) / 3
  const likeness = jaro <= boostAbove ? jaro : jaro + commonPrefix(a, b) * prefixScale * (1 - jaro)
  // Long texts that differ only beyond what is compared are alike, not equal.
  return Math.min(likeness, 0.999)
}

/** The letters of a text as marks; letters that share a mark only make a text look more alike than it is. */
const marksOf = (text: string): number => {
  let marks = 0
  for (let at = 0; at < text.length; at += 1) marks |= 1 << (text.charCodeAt(at) & 31)
  return marks
}

const similarAt = 0.88
/** A prefix lifts no likeness below this to `similarAt`. */
const similarWithoutPrefix = 0.8

/** Whether two names of places, or two mailboxes, are nearly spelt alike. */
export const areSimilar = (a: string, b: string): boolean =>
  !areFarApart(a, b, similarWithoutPrefix) && jaroWinkler(a, b) >= similarAt

/**
 * Whether two texts have so few letters in common, wherever they stand, that their likeness, before any prefix is rewarded, is below
 * `least`. A small part of the work of {@link jaroWinkler}, and true of most strangers.
 */
export const areFarApart = (a: string, b: string, least: number): boolean => {
  if (Math.max(a.length, b.length) > longest) return false
  const marks = marksOf(b)
  let common = 0
  for (let at = 0; at < a.length; at += 1) common += (marks >> (a.charCodeAt(at) & 31)) & 1
  const most = Math.min(common, b.length)
  return (most / a.length + most / b.length + 1) / 3 < least
}
