import { childComparisons } from '../../shared/matching/child-comparisons.ts'
import { childModelOf } from '../../shared/matching/child-model.ts'
import {
  type MatchCandidate,
  type MatchResult,
  matchChild,
  matchPerson,
} from '../../shared/matching/match.ts'
import type { MatchModel } from '../../shared/matching/model.ts'
import { featuresOfChild } from '../../shared/matching/normalise/features-of-child.ts'
import { featuresOf, type PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import type { Entry } from '../../shared/matching/scoring/rank.ts'
import { type Weights, weightsOf } from '../../shared/matching/scoring/weights.ts'
import { blocksOf, findIn } from '../evaluate/memory-index.ts'
import type { Background } from './background.ts'
import type { MatchLine } from './read-match-line.ts'

/** Who was compared with whom, and by which weights; `own` are the entries of the line's register. */
export type Compared = {
  readonly query: PersonFeatures
  readonly found: readonly Entry[]
  readonly own: readonly Entry[]
  readonly weights: Weights
}

/** A line's answer. What was compared is worked out only when it is asked for. */
export type MatchedLine = { readonly result: MatchResult; readonly compared: () => Compared }

type OfKind<Kind extends MatchLine['kind']> = Extract<MatchLine, { readonly kind: Kind }>

const featuresIn = ({ person, children }: Omit<MatchCandidate, 'id'>): PersonFeatures =>
  featuresOf(person, children)
const entryOf = (candidate: MatchCandidate): Entry => ({
  id: candidate.id,
  features: featuresIn(candidate),
})

const matchAdult = (
  { register, query }: OfKind<'adult'>,
  { people, blocks }: Background,
  model: MatchModel,
): MatchedLine => {
  const own = blocksOf(register.map(featuresIn), people.length)
  const { positions, incomplete } = findIn([own, blocks], featuresIn(query))
  const candidates = positions.flatMap(
    (position) => people[position] ?? register[position - people.length] ?? [],
  )
  const { person, children } = query
  return {
    result: matchPerson({ query: person, children, candidates, model, incomplete }),
    compared: () => ({
      query: featuresIn(query),
      found: candidates.map(entryOf),
      own: register.map(entryOf),
      weights: weightsOf(model),
    }),
  }
}

const matchOneChild = (
  { register, query }: OfKind<'child'>,
  background: Background,
  model: MatchModel,
): MatchedLine => {
  const children = background.children()
  for (const { id, child } of register) children.add(id, child)
  const { candidates, incomplete } = children.find(query)
  for (const { id } of register) children.remove(id)
  const entriesOf = (some: typeof candidates): readonly Entry[] =>
    some.map(({ id, child }) => ({ id, features: featuresOfChild(child) }))
  return {
    result: matchChild({ query, candidates, model, incomplete }),
    compared: () => ({
      query: featuresOfChild(query),
      found: entriesOf(candidates),
      own: entriesOf(register),
      weights: weightsOf(childModelOf(model), childComparisons),
    }),
  }
}

/** Matches one line beside the background as the hub would: keys, lookups, ranking of what they found, comparison. */
export const matchLine = (
  line: MatchLine,
  background: Background,
  model: MatchModel,
): MatchedLine =>
  line.kind === 'child'
    ? matchOneChild(line, background, model)
    : matchAdult(line, background, model)
