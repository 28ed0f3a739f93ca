import type { Alert } from '../alerts/alert.ts'
import type { ConcernState, StoredConcern } from '../concerns/stored-concern.ts'
import { present } from '../kernel/present.ts'
import { decidedAsSent } from '../reviews/reviews-of.ts'
import { type Decision, isShared } from '../sharing/decision.ts'
import type { Assessment } from './assessment.ts'
import { expiryOf } from './expiry.ts'

/** Where a decision leaves the concern; an answer, once given, stands. */
const stateAfter = ({ state }: StoredConcern, { decision }: Decision): ConcernState => {
  if (state === 'FED_BACK' || state === 'WITHDRAWN') return state
  if (isShared(decision)) return 'ALERTED'
  return decision === 'HUMAN_REVIEW' ? 'IN_REVIEW' : 'HELD'
}

/** What its sender may see of it: the table read on the sent facts alone (policy §3). */
const seenOf = (assessment: Pick<Assessment, 'decision' | 'facts'>): StoredConcern['seen'] => {
  const { decision, rule } = decidedAsSent(assessment)
  return {
    isShared: isShared(decision),
    isReturned: rule === 'R1',
    isReasonAsked: rule === 'R14b',
  }
}

const toldIn = (alerts: readonly Alert[]): StoredConcern['told'] =>
  alerts.map(({ authority, alertId, isOfAdopted }) => ({
    authority,
    alertId,
    ...present({ isOfAdopted }),
  }))

/** The concern a version on: where this assessment leaves it, what is asked of it, and the alerts by which it is told. */
export const concernAfter = (
  stored: StoredConcern,
  assessment: Assessment,
  { reviewIds, alerts }: Pick<StoredConcern, 'reviewIds'> & { readonly alerts: readonly Alert[] },
): StoredConcern => {
  const { expiresAt: _expiry, ...rest } = stored
  const { number, decision } = assessment
  return {
    ...rest,
    version: stored.version + 1,
    state: stateAfter(stored, decision),
    assessments: number,
    seen: seenOf(assessment),
    reviewIds,
    told: toldIn(alerts),
    ...present({ expiresAt: expiryOf(decision, stored.receivedAt) }),
  }
}
