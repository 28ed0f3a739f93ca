import type { ScoredCandidate } from '../../shared/matching/match.ts'
import { contest, posteriorOf } from '../../shared/matching/scoring/contest.ts'
import { explain } from '../../shared/matching/scoring/explain.ts'
import { guardsOf } from '../../shared/matching/scoring/guards.ts'
import { type Entry, rank } from '../../shared/matching/scoring/rank.ts'
import { scorePair } from '../../shared/matching/scoring/score-pair.ts'
import type { Compared, MatchedLine } from './match-line.ts'

/** An entry of the line's register that nobody would be shown. `isFound`: a lookup led to it. */
export type Passed = { readonly scored: ScoredCandidate; readonly isFound: boolean }

/** What a comparison finds when there is no other candidate. */
const scoredAlone = ({ query, weights }: Compared, { id, features }: Entry): ScoredCandidate => {
  const score = scorePair(query, features, weights)
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
export const passedOver = ({ result, compared }: MatchedLine): readonly Passed[] => {
  const shown = new Set(result.candidates.map(({ id }) => id))
  const all = compared()
  const others = all.own.filter(({ id }) => !shown.has(id))
  if (others.length === 0) return []
  const ranked = rank(all.query, all.found, all.weights).flat()
  return others.map((entry) => ({
    scored: ranked.find(({ id }) => id === entry.id) ?? scoredAlone(all, entry),
    isFound: all.found.some(({ id }) => id === entry.id),
  }))
}
