import type { Person } from '../people/person.ts'
import { childComparisons } from './child-comparisons.ts'
import type { ChildEvidence } from './child-evidence.ts'
import type { ChildFacts } from './child-facts.ts'
import { childModelOf } from './child-model.ts'
import { type MatchModel, thresholdsOf } from './model.ts'
import { featuresOfChild } from './normalise/features-of-child.ts'
import { featuresOf } from './normalise/person-features.ts'
import { decideBand, type MatchBand } from './scoring/decide-band.ts'
import type { ExplanationLine } from './scoring/explain.ts'
import type { Guard } from './scoring/guard.ts'
import { type Identity, type RankedEntry, rank } from './scoring/rank.ts'
import { weightsOf } from './scoring/weights.ts'

/** A register adult that the index found, with the children known to depend on them. */
export type MatchCandidate = {
  readonly id: string
  readonly person: Person
  readonly children: readonly ChildEvidence[]
}

/** `weight` is in bits: log2 odds that this is the subject, the sum of `explanation`. `guards` say why it is not automatic. */
export type ScoredCandidate = {
  readonly id: string
  readonly weight: number
  readonly posterior: number
  readonly guards: readonly Guard[]
  readonly explanation: readonly ExplanationLine[]
}

/** Candidates that a person need not see are left out. `confirmed` holds every entry of the one human confirmed. */
export type MatchResult = {
  readonly band: MatchBand
  readonly incomplete: boolean
  readonly modelVersion: string
  readonly guards: readonly Guard[]
  readonly confirmed: readonly string[]
  readonly candidates: readonly ScoredCandidate[]
}

type Asked = {
  readonly model: MatchModel
  /** A lookup failed or was cut short: somebody may be missing from the candidates. */
  readonly incomplete: boolean
}

export type MatchRequest = Asked & {
  readonly query: Person
  readonly children: readonly ChildEvidence[]
  readonly candidates: readonly MatchCandidate[]
}

/** A register child that the index found. */
export type ChildCandidate = { readonly id: string; readonly child: ChildFacts }

export type ChildMatchRequest = Asked & {
  readonly query: ChildFacts
  readonly candidates: readonly ChildCandidate[]
}

const shown = (
  { id, weight, posterior, explanation }: RankedEntry,
  guards: readonly Guard[],
): ScoredCandidate => ({ id, weight, posterior, guards, explanation })

const decide = (identities: readonly Identity[], { model, incomplete }: Asked): MatchResult => {
  const decision = decideBand(identities, thresholdsOf(model), incomplete)
  return {
    band: decision.band,
    incomplete,
    modelVersion: model.version,
    guards: incomplete ? ['lookup-incomplete'] : [],
    confirmed: decision.confirmed,
    candidates: decision.kept.map(({ entry, guards }) => shown(entry, guards)),
  }
}

/**
 * Who among the candidates an adult of a concern is. The order of candidates never matters, no value from a record
 * appears in the result, and a lookup known to be incomplete never answers "nobody".
 */
export const matchPerson = (request: MatchRequest): MatchResult => {
  const { query, children, candidates, model } = request
  const entries = candidates.map(({ id, person, children: own }) => ({
    id,
    features: featuresOf(person, own),
  }))
  return decide(rank(featuresOf(query, children), entries, weightsOf(model)), request)
}

/** Which of the candidates a child of a concern is, by the same model and in the same way as {@link matchPerson}. */
export const matchChild = (request: ChildMatchRequest): MatchResult => {
  const { query, candidates, model } = request
  const entries = candidates.map(({ id, child }) => ({ id, features: featuresOfChild(child) }))
  const weights = weightsOf(childModelOf(model), childComparisons)
  return decide(rank(featuresOfChild(query), entries, weights), request)
}
