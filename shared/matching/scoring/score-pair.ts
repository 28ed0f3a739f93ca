import { type Comparison, comparePeople } from '../comparisons/compare-people.ts'
import { areOfChildren, type ChildFindings, type Findings } from '../comparisons/comparisons.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import type { OwnNameLevel } from '../comparisons/own-name.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { givenBackFor } from './changed-life.ts'
import type { Crowd } from './crowd.ts'
import { isOneForename } from './is-one-forename.ts'
import { isWholeDate } from './is-whole-date.ts'
import { type Rarities, raritiesOf } from './rarity.ts'
import { sumBits, type Weights } from './weights.ts'

/** Log2 odds that two people are one, and that they share a household, each against strangers. */
export type PairScore = {
  readonly weight: number
  readonly householdWeight: number
  readonly findings: Findings
  readonly rarities: Rarities
  /** Bits given back for changes that come together. */
  readonly givenBack: number
  /** What was taken because others hold what agrees; known only among other candidates. */
  readonly crowds?: readonly Crowd[]
}

/** Twins may have names nearly alike. */
const isOwnName = {
  itself: true,
  'other-form': true,
  unsaid: false,
  like: false,
  'named-apart': false,
  another: false,
} as const satisfies Record<OwnNameLevel, boolean>

const isNamesakeChild = (findings: Findings & ChildFindings): boolean =>
  findings['expected-date'] === 'same-pregnancy' ||
  (holdsAt(isOwnName, findings['own-name']) && holdsAt(isWholeDate, findings['date-of-birth']))

/** Nobody has a sibling of the same forename born on the same day, nor one expected together with them. */
export const isNamesake = (findings: Findings): boolean =>
  areOfChildren(findings)
    ? isNamesakeChild(findings)
    : holdsAt(isOneForename, findings['given-name']) &&
      holdsAt(isWholeDate, findings['date-of-birth'])

/** Weighs findings whose names are as rare as stated. */
export const weighFindings = (
  findings: Findings,
  rarities: Rarities,
  weights: Weights,
): PairScore => {
  const { given, family } = rarities
  const { prior, namesakePenalty } = weights
  const found = sumBits(weights, findings)
  const givenBack = givenBackFor(findings, weights)
  const weight = prior.same + given.same + family.same + found.same + givenBack
  const household = prior.household + given.household + family.household + found.household
  const householdWeight = isNamesake(findings) ? household - namesakePenalty : household
  return { weight, householdWeight, findings, rarities, givenBack }
}

/** Weighs what a comparison found. */
export const weigh = (comparison: Comparison, weights: Weights): PairScore =>
  weighFindings(comparison.findings, raritiesOf(comparison, weights), weights)

/** Compares two people and looks up what each finding weighs. */
export const scorePair = (a: PersonFeatures, b: PersonFeatures, weights: Weights): PairScore =>
  weigh(comparePeople(a, b), weights)
