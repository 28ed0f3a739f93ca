import { type Candidate, wordBefore, wordFrom } from './candidate.ts'
import type { Folded } from './fold.ts'

/** Words that run into a name where a space is missing: "atrosehouse", "rosehouserefuge". */
const little = new Set(
  'at in on the to from near by of is and with for her his address addr refuge flat house here there now'.split(
    ' ',
  ),
)
const leastWithoutEdge = 6

type Edged = Candidate & { readonly hasLeft: boolean }

const hasLeft = (folded: Folded, { from, to, isLoose }: Candidate): boolean =>
  folded.opens[from] === true ||
  (isLoose !== true && to - from >= leastWithoutEdge && little.has(wordBefore(folded, from)))

/** Where a word ends that ends with the candidate, be it by the "s" of a plural; −1 if the word goes on. */
const rightEdge = (folded: Folded, { from, to, isLoose }: Candidate): number => {
  if (folded.opens[to] === true) return to
  const rest = wordFrom(folded, to)
  if (rest === 's' && folded.gaps[to - 1] === false) return to + 1
  return isLoose !== true && to - from >= leastWithoutEdge && little.has(rest) ? to : -1
}

/**
 * Those candidates that are whole words, or that make up a word together with others, as an address written without
 * spaces does.
 */
export const wholeWords = (
  folded: Folded,
  candidates: readonly Candidate[],
): readonly Candidate[] => {
  const ends = new Set<number>()
  const fromLeft: Edged[] = candidates
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
    .map((candidate) => {
      const isHeld =
        candidate.isUnmistakable === true || ends.has(candidate.from) || hasLeft(folded, candidate)
      if (isHeld) ends.add(candidate.to)
      return { ...candidate, hasLeft: isHeld }
    })
  const starts = new Set<number>()
  return fromLeft
    .toSorted((one, other) => other.to - one.to || other.from - one.from)
    .flatMap(({ hasLeft: isHeldLeft, ...candidate }) => {
      const edge = rightEdge(folded, candidate)
      const isHeld = candidate.isUnmistakable === true || starts.has(candidate.to) || edge >= 0
      if (isHeld) starts.add(candidate.from)
      return isHeld && isHeldLeft ? [{ ...candidate, to: Math.max(edge, candidate.to) }] : []
    })
}
