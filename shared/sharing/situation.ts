// The words that the decision table uses, turned into values once, so that each rule reads like its row.

import { isAdolescent } from '../codes/ages.ts'
import { concernFlags } from '../codes/concern-flags.ts'
import { type ConsentStatus, consentStatuses } from '../codes/consent-statuses.ts'
import { areWatchedInAdolescence, domainsOf } from '../codes/factors.ts'
import type { HarmLevel } from '../codes/harm-levels.ts'
import { whyNotSought as reasons, type WhyNotSought } from '../codes/why-not-sought.ts'
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
  flags.some((flag) => concernFlags[flag].isDomesticAbuse) ||
  domainsOf(factors).includes('domestic-abuse')

/**
 * Cases that may not be put aside unseen: neglected adolescents (F10), a previous removal (F5), the third notification
 * in three months (F3), and a family closed to social care within the year (F14).
 */
const isWatched = (facts: Facts): boolean => {
  const { flags, factors, childAgeMonths, threeInThree, underWatch } = facts
  if (threeInThree || underWatch || flags.some((flag) => concernFlags[flag].isWatched)) return true
  return childAgeMonths !== null && isAdolescent(childAgeMonths) && areWatchedInAdolescence(factors)
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
  consent === 'NOT_SOUGHT' && whyNotSought !== null && reasons[whyNotSought].isReal

/** A parent who may be the danger, or may warn it, is not told, whatever became of consent. */
export const hasRiskReason = ({ whyNotSought }: Situation): boolean =>
  whyNotSought !== null && reasons[whyNotSought].isOfRisk

export const isRefused = ({ consent }: Situation): boolean => consentStatuses[consent].isRefusal
