const shortest = 3

/** Capitals that people and scanners take for each other on a filled-in form, in groups of like shape. */
const likeShapes = ['hkmnw', 'iljt', 'cgoeq', 'aruvo', 'bdprf', 'szx', 'icl', 'vwy']

const firstLetter = 97
const letters = 26
const pairOf = (a: number, b: number): number => (a - firstLetter) * letters + b - firstLetter

/** A mark for every pair of like letters: this is asked of every two names that differ. */
const alike = new Uint8Array(letters * letters)
for (const group of likeShapes)
  for (const one of group)
    for (const other of group) alike[pairOf(one.charCodeAt(0), other.charCodeAt(0))] = 1

/** At most half the letters may be in doubt, or any short name could be read as any other. */
const isReadable = (read: number, length: number): boolean => read > 0 && read * 2 >= length - 1

/**
 * Whether two texts are one as somebody, or a scanner, might read a hand: every difference is between letters of like
 * shape (HANNAH, KANMAH), or is one letter taken for another wherever it stands (HARRY, HAAAY).
 */
export const isMisreading = (a: string, b: string): boolean => {
  if (a.length !== b.length || a.length < shortest) return false
  let read = 0
  let isShape = true
  let isOne = true
  let exchanged = -1
  for (let at = 0; at < a.length; at += 1) {
    const one = a.charCodeAt(at)
    const other = b.charCodeAt(at)
    if (one === other) {
      read += 1
      continue
    }
    const pair = one * 65_536 + other
    isShape &&= alike[pairOf(one, other)] === 1
    isOne &&= exchanged === -1 || exchanged === pair
    exchanged = pair
  }
  return (isShape || isOne) && isReadable(read, a.length)
}

/** Whether two texts of one length differ in letters of like shape only: Madison, Madisom. */
export const isOfLikeShape = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) {
    const one = a.charCodeAt(at)
    const other = b.charCodeAt(at)
    if (one !== other && alike[pairOf(one, other)] !== 1) return false
  }
  return true
}
