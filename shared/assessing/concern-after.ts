import type { Holder } from '../agencies/holder.ts'
import type { Alert } from '../alerts/alert.ts'
import { expiryOf, isPastKeeping } from '../chronology/expiry.ts'
import { told } from '../concerns/engagement.ts'
import type { ConcernState, StoredConcern } from '../concerns/stored-concern.ts'
import { wholeMinuteAfter } from '../concerns/whole-minute.ts'
import { present } from '../kernel/present.ts'
import { decidedAsSent } from '../reviews/reviews-of.ts'
import { type Decision, isShared } from '../sharing/decision.ts'
import type { Assessment } from './assessment.ts'

/** Where a decision leaves the concern; an answer, once given, stands, and what somebody was told is told. */
const stateAfter = (
  { state }: StoredConcern,
  { decision }: Decision,
  isTold: boolean,
): ConcernState => {
  if (state === 'FED_BACK' || state === 'WITHDRAWN') return state
  if (isTold || isShared(decision)) return 'ALERTED'
  return decision === 'HUMAN_REVIEW' ? 'IN_REVIEW' : 'HELD'
}

/**
 * What its sender may see of it: the table read on the sent facts alone (policy §3). What was shared on these stays so,
 * whatever becomes of consent; and nothing changes once a concern about unknown people would be gone.
 */
export const seenOf = (
  { seen, receivedAt }: StoredConcern,
  { holder, ...assessment }: Pick<Assessment, 'decision' | 'facts'> & { readonly holder: Holder },
  now: Date,
): StoredConcern['seen'] => {
  if (seen?.isShared === true) return seen
  const asSent = decidedAsSent(assessment)
  if (seen !== undefined && isPastKeeping(asSent, { receivedAt, now })) return seen
  const { decision, rule } = asSent
  const asked = { isReturned: rule === 'R1', isReasonAsked: rule === 'R14b' }
  const isAsBefore =
    asked.isReturned === (seen?.isReturned ?? false) &&
    asked.isReasonAsked === (seen?.isReasonAsked ?? false)
  const askedAt = isAsBefore ? seen?.askedAt : wholeMinuteAfter(receivedAt, now)
  return { isShared: isShared(decision), ...asked, ...present({ askedAt }), holder }
}

const toldIn = (alerts: readonly Alert[]): StoredConcern['told'] =>
  alerts.map(({ authority, alertId, isOfAdopted }) => ({
    authority,
    alertId,
    ...present({ isOfAdopted }),
  }))

const engagedAfter = (
  { engagements }: StoredConcern,
  { decision }: Decision,
): Pick<StoredConcern, 'engagements'> =>
  engagements === undefined || decision !== 'SHARE' ? {} : { engagements: told(engagements) }

type After = Pick<StoredConcern, 'reviewIds'> & {
  readonly alerts: readonly Alert[]
  readonly holder: Holder
}

/**
 * The concern a version on, which expires only while nobody was told of it: where this assessment leaves it, what is asked of it, and the
 * alerts by which it is told.
 */
export const concernAfter = (
  stored: StoredConcern,
  assessment: Assessment,
  { reviewIds, alerts, holder }: After,
): StoredConcern => {
  const { expiresAt: _expiry, ...rest } = stored
  const { number, decision } = assessment
  const isTold = stored.told.length > 0 || alerts.length > 0
  return {
    ...rest,
    version: stored.version + 1,
    state: stateAfter(stored, decision, isTold),
    assessments: number,
    seen: seenOf(stored, { ...assessment, holder }, new Date(assessment.assessedAt)),
    reviewIds,
    told: toldIn(alerts),
    ...engagedAfter(stored, decision),
    ...present({ expiresAt: isTold ? undefined : expiryOf(decision, stored.receivedAt) }),
  }
}
