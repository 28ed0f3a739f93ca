import type { PersonFeatures } from '../normalise/person-features.ts'
import { besideCalledAlike } from './called-alike.ts'
import { type Alternatives, contest, posteriorOf } from './contest.ts'
import { isSharedByMany, withCrowds } from './crowds.ts'
import { type ExplanationLine, explain } from './explain.ts'
import { householdWeightsOf } from './families.ts'
import type { Guard } from './guard.ts'
import { guardsOf } from './guards.ts'
import { groupIdentities } from './identities.ts'
import { nameRarityOf } from './rarity.ts'
import { isSameHuman } from './same-human.ts'
import { type PairScore, scorePair } from './score-pair.ts'
import type { Weights } from './weights.ts'

/** A register entry ready to compare. */
export type Entry = { readonly id: string; readonly features: PersonFeatures }

/**
 * An entry in its place among the others. `weight` is the log2 odds that it is the subject, against everybody else it
 * might be: the sum of `explanation`. `withoutRivals` is its posterior had there been no rivals.
 */
export type RankedEntry = {
  readonly id: string
  readonly weight: number
  readonly posterior: number
  readonly withoutRivals: number
  /** Log2 odds against a stranger only: what two candidates are compared by. */
  readonly pairWeight: number
  readonly guards: readonly Guard[]
  readonly explanation: readonly ExplanationLine[]
}

/** Entries that are one human, best first. */
export type Identity = readonly [RankedEntry, ...RankedEntry[]]

type Scored = PairScore & Entry

/** Log2 odds below which an entry is never shown, so whether it is one human with another is not worth asking. */
const lowestWeight = -12

const byWeightThenId = (a: Scored, b: Scored): number =>
  b.weight - a.weight || (a.id < b.id ? -1 : Number(a.id > b.id))

const isOne = (a: Scored, b: Scored): boolean =>
  a.id === b.id || isSameHuman(a.features, b.features)

const bestOf = (group: readonly Scored[]): number => group[0]?.weight ?? Number.NEGATIVE_INFINITY

/** Humans, best first. A joined group can be out of order, and then so can the groups. */
const humansOf = (scored: readonly Scored[]): readonly (readonly Scored[])[] => {
  const shown = scored.filter(({ weight }) => weight > lowestWeight)
  const groups = groupIdentities(shown, isOne).map((group) => [...group].sort(byWeightThenId))
  const others = scored.slice(shown.length).map((each) => [each])
  return [...groups.sort((a, b) => bestOf(b) - bestOf(a)), ...others]
}

const hasSameNumber = ({ findings }: Scored): boolean => findings.identifier === 'same'

/** Whether the number sought stands with several humans: then it stands wrongly with all of them but one. */
const isNumberShared = (humans: readonly (readonly Scored[])[]): boolean =>
  humans.filter((group) => group.some(hasSameNumber)).length > 1

const allGuardsOf = (score: Scored, isShared: boolean): readonly Guard[] => [
  ...guardsOf(score.findings, nameRarityOf(score.rarities)),
  ...(isShared && hasSameNumber(score) ? (['nhs-number-shared'] as const) : []),
  ...(isSharedByMany(score) ? (['shared-by-many'] as const) : []),
  ...(score.householdWeight > score.weight ? (['household-likelier'] as const) : []),
]

const place = (
  score: Scored,
  { household, rivals, isShared }: Alternatives & { readonly isShared: boolean },
  weights: Weights,
): RankedEntry => {
  const weight = score.weight + household + rivals
  return {
    id: score.id,
    weight,
    posterior: posteriorOf(weight),
    withoutRivals: posteriorOf(score.weight + household),
    pairWeight: score.weight,
    guards: allGuardsOf(score, isShared),
    explanation: explain(score, { household, rivals }, weights),
  }
}

/**
 * Scores every entry against the query and sets them in order, human by human, best first; those without hope are left
 * out, but count as rivals. Sorting comes before any sum, so that the order in which entries arrive cannot change a bit.
 */
export const rank = (
  query: PersonFeatures,
  entries: readonly Entry[],
  weights: Weights,
): readonly Identity[] => {
  const compared = entries.map(
    ({ id, features }): Scored => ({ id, features, ...scorePair(query, features, weights) }),
  )
  const alone = besideCalledAlike(query, compared, weights)
  const scored = [...withCrowds(alone)].sort(byWeightThenId)
  const humans = humansOf(scored)
  const isShared = isNumberShared(humans)
  const households = householdWeightsOf(
    humans.flatMap((group) => group.slice(0, 1)),
    weights,
  )
  const alternatives = contest(
    humans.map((group, at) => ({
      weight: bestOf(group),
      householdWeight: households[at] ?? Number.NEGATIVE_INFINITY,
    })),
  )
  return humans.flatMap((group, at): Identity[] => {
    const against = alternatives[at]
    if (against === undefined || bestOf(group) <= lowestWeight) return []
    const [best, ...others] = group.map((each) => place(each, { ...against, isShared }, weights))
    return best === undefined ? [] : [[best, ...others]]
  })
}
