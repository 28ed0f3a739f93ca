import type { PersonFeatures } from '../normalise/person-features.ts'
import { type Guard, guardsOf } from './guards.ts'
import { groupIdentities } from './identities.ts'
import { posteriorOf } from './posteriors.ts'
import { isSameHuman } from './same-human.ts'
import { type PairScore, scorePair } from './score-pair.ts'
import type { Weights } from './weights.ts'

/** A register entry ready to compare. */
export type Entry = { readonly id: string; readonly features: PersonFeatures }

/** An entry in its place among the others. `alone` is its posterior had there been no rivals. */
export type RankedEntry = PairScore & {
  readonly id: string
  readonly posterior: number
  readonly alone: number
  readonly guards: readonly Guard[]
}

/** Entries that are one human, best first. */
export type Identity = readonly [RankedEntry, ...RankedEntry[]]

type Scored = PairScore & Entry

const byWeightThenId = (a: Scored, b: Scored): number =>
  b.weight - a.weight || (a.id < b.id ? -1 : Number(a.id > b.id))

const isOne = (a: Scored, b: Scored): boolean =>
  a.id === b.id || isSameHuman(a.features, b.features)

const bestOf = (group: readonly Scored[]): number => group[0]?.weight ?? Number.NEGATIVE_INFINITY

const placed = (entry: Scored, rivals: readonly number[]): RankedEntry => {
  const { id, weight, householdWeight, evidence } = entry
  const guards = guardsOf(evidence)
  return {
    id,
    weight,
    householdWeight,
    evidence,
    posterior: posteriorOf({ weight, householdWeight, rivals }),
    alone: posteriorOf({ weight, householdWeight, rivals: [] }),
    guards: householdWeight > weight ? [...guards, 'household-likelier'] : guards,
  }
}

/**
 * Scores every entry against the query and sets them in order, human by human, best first. Sorting comes before any
 * sum, so that the order in which entries arrive cannot change a single bit.
 */
export const rank = (
  query: PersonFeatures,
  entries: readonly Entry[],
  weights: Weights,
): readonly Identity[] => {
  const scored = entries
    .map((entry): Scored => ({ ...entry, ...scorePair(query, entry.features, weights) }))
    .sort(byWeightThenId)
  // A joined group can be out of order, and then so can the groups.
  const groups = groupIdentities(scored, isOne)
    .map((group) => [...group].sort(byWeightThenId))
    .sort((a, b) => bestOf(b) - bestOf(a))
  return groups.flatMap((group): Identity[] => {
    const rivals = groups.filter((other) => other !== group).map(bestOf)
    const [best, ...others] = group.map((entry) => placed(entry, rivals))
    return best === undefined ? [] : [[best, ...others]]
  })
}
