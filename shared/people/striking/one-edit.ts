/** Two texts, and a place in each. */
type Both = { readonly text: string; readonly word: string }

const agree = ({ text, word }: Both, at: number, from: number): boolean => {
  const ahead = at - from
  if (text.length < ahead + word.length) return false
  for (let next = from; next < word.length; next += 1)
    if (text.charCodeAt(ahead + next) !== word.charCodeAt(next)) return false
  return true
}

const isSwapped = ({ text, word }: Both, at: number, from: number): boolean =>
  from + 1 < word.length &&
  text.charCodeAt(at) === word.charCodeAt(from + 1) &&
  text.charCodeAt(at + 1) === word.charCodeAt(from)

const none: readonly number[] = []

/**
 * The lengths of what begins at `start` in the text and is the word but for one sign more, less, other, or swapped with
 * its neighbour. The word itself is not among them.
 */
export const lengthsWithinOneEdit = (
  text: string,
  start: number,
  word: string,
): readonly number[] => {
  let same = 0
  while (same < word.length && text.charCodeAt(start + same) === word.charCodeAt(same)) same += 1
  if (same >= word.length) return none
  const both = { text, word }
  const at = start + same
  const other = agree(both, at + 1, same + 1)
  const less = agree(both, at, same + 1)
  const more = agree(both, at + 1, same)
  const swapped = isSwapped(both, at, same) && agree(both, at + 2, same + 2)
  if (!(other || less || more || swapped)) return none
  return [
    ...(other || swapped ? [word.length] : []),
    ...(less ? [word.length - 1] : []),
    ...(more ? [word.length + 1] : []),
  ]
}
