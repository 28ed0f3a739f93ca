// The words that the decision table uses, turned into values once, so that each rule reads like its row.

import { consentStatuses } from '../codes/consent-statuses.ts'
import type { HarmLevel } from '../codes/harm-levels.ts'
import { openStatuses } from '../codes/open-statuses.ts'
import { whyNotSought as reasons } from '../codes/why-not-sought.ts'
import type { Facts } from './facts.ts'
import { reasonsToWatch } from './reasons-to-watch.ts'

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

export const situationOf = (facts: Facts): Situation => ({
  facts,
  harm: facts.harm,
  hasDuty: facts.body === 'DUTY' && facts.dutyInForce,
  isPlanned: facts.openStatus !== null && openStatuses[facts.openStatus].isPlanned,
  isWatched: reasonsToWatch.some(({ holds }) => holds(facts)),
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
