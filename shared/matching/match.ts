import type { Person } from '../people/person.ts'
import type { ChildEvidence } from './child-evidence.ts'
import { type MatchModel, thresholdsOf } from './model.ts'
import { featuresOf } from './normalise/person-features.ts'
import { decideBand, type MatchBand } from './scoring/decide-band.ts'
import type { ExplanationLine } from './scoring/explain.ts'
import type { Guard } from './scoring/guards.ts'
import { type RankedEntry, rank } from './scoring/rank.ts'
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

export type MatchRequest = {
  readonly query: Person
  readonly children: readonly ChildEvidence[]
  readonly candidates: readonly MatchCandidate[]
  readonly model: MatchModel
  /** A lookup failed or was cut short: somebody may be missing from `candidates`. */
  readonly incomplete: boolean
}

const shown = (
  { id, weight, posterior, explanation }: RankedEntry,
  guards: readonly Guard[],
): ScoredCandidate => ({ id, weight, posterior, guards, explanation })

/**
 * Who among the candidates the subject of a concern is. The order of candidates never matters, no value from a record
 * appears in the result, and a lookup known to be incomplete never answers "nobody".
 */
export const matchPerson = (request: MatchRequest): MatchResult => {
  const { query, children, candidates, model, incomplete } = request
  const weights = weightsOf(model)
  const entries = candidates.map(({ id, person, children: own }) => ({
    id,
    features: featuresOf(person, own),
  }))
  const identities = rank(featuresOf(query, children), entries, weights)
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
