import type { GivenNameLevel } from '../comparisons/given-name.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { type PairScore, scorePair, weighFindings } from './score-pair.ts'
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

const withoutFamily = <One extends Scored>(
  query: PersonFeatures,
  scored: readonly One[],
  weights: Weights,
): readonly One[] => {
  const { ofChild } = query
  if (ofChild === undefined) return scored
  const alone = { ...query, addresses: [], ofChild: { ...ofChild, adults: [] } }
  return scored.map((one) =>
    holdsAt(isOtherForename, one.findings['given-name'])
      ? { ...one, ...scorePair(alone, one.features, weights) }
      : one,
  )
}

/** An adult of the very name and day sought. */
const isVeryAdult = ({ findings }: PairScore): boolean =>
  findings['given-name'] === 'exact' &&
  findings['family-name'] === 'exact' &&
  findings['date-of-birth'] === 'exact'

const isLikeForename = {
  ...isOtherForename,
  like: true,
  contradicts: true,
  similar: true,
} as const satisfies Record<GivenNameLevel, boolean>

const asAnothers = <One extends Scored>(one: One, weights: Weights): One => {
  const findings = { ...one.findings, 'given-name': 'different' } as const
  const rarities = { ...one.rarities, given: { same: 0, household: 0 } }
  return { ...one, ...weighFindings(findings, rarities, weights) }
}

/** A forename that is only like the one sought, beside somebody who bears it, is another's: a brother's, a twin's. */
const besideVeryAdult = <One extends Scored>(
  scored: readonly One[],
  weights: Weights,
): readonly One[] =>
  scored.map((one) =>
    holdsAt(isLikeForename, one.findings['given-name']) ? asAnothers(one, weights) : one,
  )

/**
 * Where a registered child is called as the one sought and born on the same day, others of the register who are called
 * otherwise are compared without the adults and the home that the sender told of: those tell that the others are its
 * brothers and sisters, whatever the register says of whose it is, and not that it is one of theirs who is not registered.
 * Where an adult bears the very name and day, a name that is only like it is another's.
 */
export const besideCalledAlike = <One extends Scored>(
  query: PersonFeatures,
  scored: readonly One[],
  weights: Weights,
): readonly One[] => {
  if (query.ofChild !== undefined)
    return scored.some(isCalledAlike) ? withoutFamily(query, scored, weights) : scored
  return scored.some(isVeryAdult) ? besideVeryAdult(scored, weights) : scored
}
