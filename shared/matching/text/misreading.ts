const shortest = 3

/** Capitals that people and scanners take for each other on a filled-in form, in groups of like shape. */
const likeShapes = ['hkmnw', 'iljt', 'cgoeq', 'aruvo', 'bdprf', 'szx', 'icl', 'vwy']

const alike = new Set(
  likeShapes.flatMap((group) =>
    [...group].flatMap((one) => [...group].map((other) => one + other)),
  ),
)

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
  const exchanged = new Set<string>()
  for (let at = 0; at < a.length; at += 1) {
    const pair = a.charAt(at) + b.charAt(at)
    if (a.charCodeAt(at) === b.charCodeAt(at)) {
      read += 1
    } else {
      exchanged.add(pair)
      isShape &&= alike.has(pair)
    }
    if (exchanged.size > 1 && !isShape) return false
  }
  return isReadable(read, a.length)
}
