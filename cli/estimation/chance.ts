import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { type LevelValues, PatternTable, sharesOf, sumPatterns } from './patterns.ts'

/** Pairs drawn at random; enough to see what happens once in some hundred thousand. */
const mostDrawn = 1_500_000

/** A level never seen weighs as if the prior had been seen this many times. */
const priorPairs = 5_000

/** A level is never believed rarer than this part of what was seen, however many of its pairs were matches. */
const leastPart = 0.02

type Random = () => number

/** How often each level is found between two records drawn at random, matches among them. */
export const drawPairs = (
  register: readonly PersonFeatures[],
  queries: readonly PersonFeatures[],
  random: Random,
): LevelValues => {
  const table = new PatternTable()
  const counts = new Map<number, number>()
  const possible = register.length * queries.length
  const drawn = Math.min(mostDrawn, possible)
  for (let at = 0; at < drawn; at += 1) {
    const pair = possible <= mostDrawn ? at : Math.floor(random() * possible)
    const a = queries[Math.floor(pair / register.length)]
    const b = register[pair % register.length]
    if (a !== undefined && b !== undefined && a !== b) table.count(counts, a, b)
  }
  return sumPatterns(table, counts)
}

/**
 * Chance agreement between strangers: what random pairs show, less what the matches among them (`rate` of all pairs)
 * contribute. In a small file a random pair that agrees on a telephone number is nearly always a match.
 */
export const chanceLikelihoods = (
  drawn: LevelValues,
  same: LevelValues,
  { rate, prior }: { readonly rate: number; readonly prior: LevelValues },
): LevelValues => {
  const strangers = drawn.map((counts, at) => {
    const total = counts.reduce((sum, each) => sum + each, 0)
    return counts.map((count, level) =>
      Math.max(count - total * rate * (same[at]?.[level] ?? 0), count * leastPart),
    )
  })
  return sharesOf(strangers, prior, priorPairs)
}
