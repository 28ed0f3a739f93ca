// The words that the decision table uses, turned into values once, so that each rule reads like its row.

import { isUnderTwo } from '../codes/ages.ts'
import { concernFlags } from '../codes/concern-flags.ts'
import { consentStatuses } from '../codes/consent-statuses.ts'
import { areWatchedInAdolescence, domainsOf } from '../codes/factors.ts'
import type { HarmLevel } from '../codes/harm-levels.ts'
import { openStatuses } from '../codes/open-statuses.ts'
import { whyNotSought as reasons } from '../codes/why-not-sought.ts'
import type { Facts } from './facts.ts'

/** The facts as the rows read them. `harm` is the level after the raises read so far; `facts.harm` stays as sent. */
export type Situation = {
  readonly facts: Facts
  readonly harm: HarmLevel
  /** Bound to share by Children Act 2004, s.16LA, on the day. */
  readonly hasDuty: boolean
  /** A joined child has a plan and an allocated worker. */
  readonly isPlanned: boolean
  /** The case may not be put aside unseen. */
  readonly isWatched: boolean
}

/** Marked by a flag or by a factor: a form may carry either, and one is enough to protect the family. */
export const isDomesticAbuse = ({ flags, factors }: Pick<Facts, 'flags' | 'factors'>): boolean =>
  flags.some((flag) => concernFlags[flag].isDomesticAbuse) ||
  domainsOf(factors).includes('domestic-abuse')

/**
 * Cases that may not be put aside unseen: a baby or an unborn child (F8), a combination or three notices in three months
 * (F3), a previous removal (F5), a family closed within the year or under a written agreement (F14, F19), high risk of
 * domestic abuse, a child in need, a neglected adolescent (F10).
 */
const isWatched = (facts: Facts): boolean => {
  const { flags, factors, youngestMonths, anyAdolescent, openStatus } = facts
  return (
    facts.combination ||
    facts.threeInThree ||
    facts.knownRemoval ||
    facts.underWatch ||
    facts.highRisk ||
    openStatus === 'IN_NEED' ||
    flags.some((flag) => concernFlags[flag].isWatched) ||
    (youngestMonths !== null && isUnderTwo(youngestMonths)) ||
    (anyAdolescent && areWatchedInAdolescence(factors))
  )
}

export const situationOf = (facts: Facts): Situation => ({
  facts,
  harm: facts.harm,
  hasDuty: facts.body === 'DUTY' && facts.dutyInForce,
  isPlanned: facts.openStatus !== null && openStatuses[facts.openStatus].isPlanned,
  isWatched: isWatched(facts),
})

/** The subject agreed. */
export const isAgreed = ({ facts: { consent } }: Situation): boolean => consent === 'GIVEN'

/** The subject said no, or no longer says yes. */
export const isRefused = ({ facts: { consent } }: Situation): boolean =>
  consent !== null && consentStatuses[consent].isRefusal

/** Nobody could be asked, or nobody was for one of the reasons that the law or the form recognises. */
export const isUnaskedForReason = ({ facts: { consent, whyNotSought } }: Situation): boolean =>
  consent === 'LACKS_CAPACITY' ||
  (consent === 'NOT_SOUGHT' && whyNotSought !== null && reasons[whyNotSought].isReal)

/** A parent who may be the danger, or may warn it, is not told, whatever became of consent. */
export const hasRiskReason = ({ whyNotSought }: Pick<Facts, 'whyNotSought'>): boolean =>
  whyNotSought !== null && reasons[whyNotSought].isOfRisk
