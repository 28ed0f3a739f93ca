import type { GivenNameLevel } from '../comparisons/given-name.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { type PairScore, scorePair } from './score-pair.ts'
import type { Weights } from './weights.ts'

type Scored = PairScore & { readonly id: string; readonly features: PersonFeatures }

/** A registered child called as the one sought and born on the same day, whose adults do not deny it. */
const isCalledAlike = ({ findings }: PairScore): boolean =>
  findings['own-name'] === 'itself' &&
  findings['family-name'] === 'exact' &&
  findings['date-of-birth'] === 'exact' &&
  findings.adults !== 'another-parent'

const isOtherForename = {
  exact: false,
  nickname: false,
  close: false,
  'left-out': false,
  like: false,
  contradicts: false,
  initial: false,
  similar: false,
  faint: true,
  different: true,
} as const satisfies Record<GivenNameLevel, boolean>

/**
 * Where a registered child is called as the one sought and born on the same day, others of the register who are called
 * otherwise are compared without the adults and the home that the sender told of: those tell that the others are its
 * brothers and sisters, whatever the register says of whose it is, and not that it is one of theirs who is not registered.
 */
export const withoutFamilyOfCalled = <One extends Scored>(
  query: PersonFeatures,
  scored: readonly One[],
  weights: Weights,
): readonly One[] => {
  const { ofChild } = query
  if (ofChild === undefined || !scored.some(isCalledAlike)) return scored
  const alone = { ...query, addresses: [], ofChild: { ...ofChild, adults: [] } }
  return scored.map((one) =>
    holdsAt(isOtherForename, one.findings['given-name'])
      ? { ...one, ...scorePair(alone, one.features, weights) }
      : one,
  )
}
