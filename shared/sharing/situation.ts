// The words that the decision table uses, turned into values once, so that each rule reads like its row.

import type { ConsentStatus, WhyNotSought } from '../codes/consent-statuses.ts'
import { isParental } from '../codes/factors.ts'
import type { HarmLevel } from '../codes/harm-levels.ts'
import type { Facts } from './facts.ts'

/** The facts as the rows read them. `harm` is the level after the raises read so far; `facts.harm` stays as sent. */
export type Situation = {
  readonly facts: Facts
  readonly harm: HarmLevel
  readonly consent: ConsentStatus
  readonly whyNotSought: WhyNotSought | null
  readonly hasDuty: boolean
  readonly isWatched: boolean
}

/** Marked by a flag or by a factor: a form may carry either, and one is enough to protect the family. */
export const isDomesticAbuse = ({ flags, factors }: Pick<Facts, 'flags' | 'factors'>): boolean =>
  flags.includes('DA') ||
  flags.includes('MARAC') ||
  factors.some((factor) => factor === '3A' || factor === '3B' || factor === '3C')

/**
 * Cases that may not be put aside unseen: neglected adolescents (F10), a previous removal (F5), the third notification in
 * three months (F3), and a family closed to social care within the year (F14). Parent factors are the codes ending in B as the table says, which takes in
 * 8B, 18B and 19B too.
 */
const isWatched = (facts: Facts): boolean => {
  const { flags, factors, childAgeMonths, threeInThree, underWatch } = facts
  const isAdolescent = childAgeMonths !== null && childAgeMonths >= 120 && childAgeMonths <= 191
  const isNeglectOrParental = factors.some((factor) => factor === '16A' || isParental(factor))
  const isKnownOfOld = threeInThree || underWatch || flags.includes('PREVIOUS_REMOVAL')
  return isKnownOfOld || (isAdolescent && isNeglectOrParental)
}

/**
 * A missing status counts as not sought for no reason, and whatever reason stands beside it is not read; not sought
 * without a reason counts as no reason. A reason beside any other status is kept: it may still be a risk reason.
 */
const consentOf = ({
  consent,
  whyNotSought,
}: Facts): Pick<Situation, 'consent' | 'whyNotSought'> =>
  consent === null || (consent === 'NOT_SOUGHT' && whyNotSought === null)
    ? { consent: 'NOT_SOUGHT', whyNotSought: 'NO_REASON' }
    : { consent, whyNotSought }

export const situationOf = (facts: Facts): Situation => ({
  facts,
  harm: facts.harm,
  ...consentOf(facts),
  hasDuty: facts.body === 'DUTY' && facts.dutyInForce,
  isWatched: isWatched(facts),
})

/** Not asked, for one of the six reasons that the law or the form recognises. */
export const isUnaskedForReal = ({ consent, whyNotSought }: Situation): boolean =>
  consent === 'NOT_SOUGHT' && whyNotSought !== 'NO_REASON'

/** A parent who may be the danger, or may warn it, is not told, whatever became of consent. */
export const hasRiskReason = ({ whyNotSought }: Situation): boolean =>
  whyNotSought === 'RISK_TO_CHILD' ||
  whyNotSought === 'RISK_TO_ANOTHER' ||
  whyNotSought === 'PREJUDICES_INVESTIGATION'

export const isRefused = ({ consent }: Situation): boolean =>
  consent === 'REFUSED' || consent === 'WITHDRAWN'
