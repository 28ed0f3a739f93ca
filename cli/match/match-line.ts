import { type MatchCandidate, type MatchResult, matchPerson } from '../../shared/matching/match.ts'
import type { MatchModel } from '../../shared/matching/model.ts'
import { featuresOf } from '../../shared/matching/normalise/person-features.ts'
import { blocksOf, findIn } from '../evaluate/memory-index.ts'
import type { Background } from './background.ts'
import type { MatchLine } from './read-match-line.ts'

/** A line's answer, and whom the lookups led to. */
export type MatchedLine = {
  readonly result: MatchResult
  readonly found: readonly MatchCandidate[]
}

const featuresIn = ({ person, children }: Pick<MatchCandidate, 'person' | 'children'>) =>
  featuresOf(person, children)

/** Matches one line beside the background as the hub would: keys, lookups, ranking of what they found, comparison. */
export const matchLine = (
  { register, query }: MatchLine,
  { people, blocks }: Background,
  model: MatchModel,
): MatchedLine => {
  const own = blocksOf(register.map(featuresIn), people.length)
  const { positions, incomplete } = findIn([own, blocks], featuresIn(query))
  const found = positions.flatMap(
    (position) => people[position] ?? register[position - people.length] ?? [],
  )
  const { person, children } = query
  const result = matchPerson({ query: person, children, candidates: found, model, incomplete })
  return { result, found }
}
