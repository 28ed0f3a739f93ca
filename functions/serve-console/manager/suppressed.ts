/** A number below this could point to a family. @see Government Analysis Function, small numbers */
export const smallest = 5

/** A count, or that it is too small to be told. */
export type Told = number | 'few'

const isSmall = (count: number): boolean => count > 0 && count < smallest

/**
 * Counts of one column without the small ones. Where just one would be left out, the next smallest is too: else the sum of the others
 * would tell it.
 */
export const suppressed = (counts: readonly number[]): readonly Told[] => {
  const hidden = new Set(counts.flatMap((count, at) => (isSmall(count) ? [at] : [])))
  if (hidden.size === 1) {
    const [next] = counts
      .map((count, at) => ({ count, at }))
      .filter(({ count, at }) => count > 0 && !hidden.has(at))
      .toSorted((a, b) => a.count - b.count)
    if (next !== undefined) hidden.add(next.at)
  }
  return counts.map((count, at) => (hidden.has(at) ? 'few' : count))
}
