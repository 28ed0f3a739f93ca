import { plainComparisons } from '../comparisons/comparisons.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { type Evidence, levelIn } from './evidence.ts'
import { nameEvidence } from './name-evidence.ts'
import { bitsOf, type Weights } from './weights.ts'

/** Log2 odds that two people are one, and that they share a household, each against strangers. */
export type PairScore = {
  readonly weight: number
  readonly householdWeight: number
  readonly evidence: readonly Evidence[]
}

const sameForename = new Set(['exact', 'nickname', 'close'])
const sameDate = new Set(['exact', 'day-month-swapped'])

const isNamesake = (evidence: readonly Evidence[]): boolean =>
  sameForename.has(levelIn(evidence, 'given-name') ?? '') &&
  sameDate.has(levelIn(evidence, 'date-of-birth') ?? '')

/** Compares two people and looks up what each finding weighs. */
export const scorePair = (a: PersonFeatures, b: PersonFeatures, weights: Weights): PairScore => {
  const evidence: readonly Evidence[] = [
    ...nameEvidence(a.names, b.names, weights),
    ...plainComparisons.map(([comparison, compare]): Evidence => {
      const level = compare(a, b)
      return { comparison, level, bits: bitsOf(weights, comparison, level) }
    }),
  ]
  const sum = (side: 'same' | 'household'): number =>
    evidence.reduce(
      (total, { bits, rarity }) => total + bits[side] + (rarity?.[side] ?? 0),
      weights.prior[side],
    )
  const penalty = isNamesake(evidence) ? weights.namesakePenalty : 0
  return { weight: sum('same'), householdWeight: sum('household') - penalty, evidence }
}
