import type { Findings } from '../comparisons/comparisons.ts'
import { comparisonOrder } from '../comparisons/comparisons.ts'
import { bitsOf, roundedBits, type Weights } from './weights.ts'

/** What changes together when somebody's gender does: the NHS then gives a new number. */
const changedTogether: ReadonlySet<string> = new Set(['given-name', 'identifier', 'sex'])

/** The most that the three together say against one person, in bits. */
const most = 7

/** Everything else that could be of one person or of a twin agrees. */
const isElseTheSame = (findings: Findings): boolean =>
  findings['family-name'] === 'exact' &&
  findings['date-of-birth'] === 'exact' &&
  (findings.address === 'home' || findings.address === 'property')

/**
 * Bits to be given back where forename, sex or number are other ones and the rest agrees: they are one change, not three
 * contradictions. It never confirms anybody; it keeps such a person from being lost.
 */
export const givenBackFor = (findings: Findings, weights: Weights): number => {
  if (findings.sex !== 'different' || !isElseTheSame(findings)) return 0
  const taken = bitsOf(weights, findings).reduce(
    (sum, { same }, at) => (changedTogether.has(comparisonOrder[at] ?? '') ? sum + same : sum),
    0,
  )
  return Math.max(0, roundedBits(-most - taken))
}
