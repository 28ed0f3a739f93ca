import type { MatchCandidate, ScoredCandidate } from '../../shared/matching/match.ts'
import type { MatchModel } from '../../shared/matching/model.ts'
import { featuresOf } from '../../shared/matching/normalise/person-features.ts'
import { contest, posteriorOf } from '../../shared/matching/scoring/contest.ts'
import { explain } from '../../shared/matching/scoring/explain.ts'
import { guardsOf } from '../../shared/matching/scoring/guards.ts'
import { rank } from '../../shared/matching/scoring/rank.ts'
import { scorePair } from '../../shared/matching/scoring/score-pair.ts'
import { type Weights, weightsOf } from '../../shared/matching/scoring/weights.ts'
import type { MatchedLine } from './match-line.ts'
import type { MatchLine } from './read-match-line.ts'

/** An entry of the line's register that nobody would be shown. `isFound`: a lookup led to it. */
export type Passed = { readonly scored: ScoredCandidate; readonly isFound: boolean }

const entryOf = ({ id, person, children }: MatchCandidate) => ({
  id,
  features: featuresOf(person, children),
})
type Entry = ReturnType<typeof entryOf>

/** What a comparison finds when there is no other candidate. */
const scoredAlone = (query: Entry, { id, features }: Entry, weights: Weights): ScoredCandidate => {
  const score = scorePair(query.features, features, weights)
  const [alternatives = { household: 0, rivals: 0 }] = contest([score])
  const weight = score.weight + alternatives.household + alternatives.rivals
  return {
    id,
    weight,
    posterior: posteriorOf(weight),
    guards: guardsOf(score.findings),
    explanation: explain(score, alternatives, weights),
  }
}

/** Entries of the line's register that are not among the answer's candidates, with what speaks for and against them. */
export const passedOver = (
  { register, query }: MatchLine,
  { result, found }: MatchedLine,
  model: MatchModel,
): readonly Passed[] => {
  const shown = new Set(result.candidates.map(({ id }) => id))
  const others = register.filter(({ id }) => !shown.has(id))
  if (others.length === 0) return []
  const weights = weightsOf(model)
  const sought = entryOf({ id: '', ...query })
  const ranked = rank(sought.features, found.map(entryOf), weights).flat()
  return others.map((entry) => ({
    scored:
      ranked.find(({ id }) => id === entry.id) ?? scoredAlone(sought, entryOf(entry), weights),
    isFound: found.includes(entry),
  }))
}
