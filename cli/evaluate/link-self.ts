import type { MatchModel } from '../../shared/matching/model.ts'
import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { contest, posteriorOf } from '../../shared/matching/scoring/contest.ts'
import { scorePair } from '../../shared/matching/scoring/score-pair.ts'
import { type Weights, weightsOf } from '../../shared/matching/scoring/weights.ts'
import type { Link, Linked } from './links.ts'
import type { MemoryIndex } from './memory-index.ts'

/** A pair less likely than this is left out: nobody would look at it. */
const leastPosterior = 0.001

/** The partners of each record that come after it in the file: each pair once, whichever side led to the other. */
export type Pairs = {
  readonly partners: readonly (readonly number[])[]
  readonly lookups: Int32Array
  readonly incomplete: number
}

export const pairsOf = (
  people: readonly PersonFeatures[],
  index: MemoryIndex,
  onProgress: (done: number) => void,
): Pairs => {
  const partners = people.map(() => new Set<number>())
  const lookups = new Int32Array(people.length)
  let incomplete = 0
  for (const [position, person] of people.entries()) {
    const found = index.find(person, position)
    lookups[position] = found.lookups
    if (found.incomplete) incomplete += 1
    for (const other of found.positions)
      partners[Math.min(position, other)]?.add(Math.max(position, other))
    if (position % 500 === 0) onProgress(position)
  }
  return { partners: partners.map((each) => [...each]), lookups, incomplete }
}

const linkOf = (
  [query, candidate]: readonly [number, number],
  people: readonly PersonFeatures[],
  weights: Weights,
): readonly Link[] => {
  const [person, other] = [people[query], people[candidate]]
  if (person === undefined || other === undefined) return []
  const score = scorePair(person, other, weights)
  const weight = score.weight + (contest([score])[0]?.household ?? 0)
  const posterior = posteriorOf(weight)
  return posterior < leastPosterior ? [] : [{ query, candidate, weight, posterior, band: '' }]
}

/** Scores each pair of a file by itself: a person may have several true records, so they do not compete. */
export const linkSelf = (
  people: readonly PersonFeatures[],
  { partners, lookups, incomplete }: Pairs,
  model: MatchModel,
): Linked => {
  const weights = weightsOf(model)
  const links: Link[] = []
  const milliseconds = Float64Array.from(partners, (others, query) => {
    const startedAt = performance.now()
    for (const other of others) links.push(...linkOf([query, other], people, weights))
    return performance.now() - startedAt
  })
  return {
    links,
    isCompared: (a, b) => partners[Math.min(a, b)]?.includes(Math.max(a, b)) ?? false,
    cost: {
      candidates: Int32Array.from(partners, ({ length }) => length),
      lookups,
      milliseconds,
      incomplete,
      compared: partners.reduce((sum, { length }) => sum + length, 0),
    },
  }
}
