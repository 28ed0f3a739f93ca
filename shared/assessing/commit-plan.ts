import type { Alert } from '../alerts/alert.ts'
import { raisedMessage } from '../alerts/alert-message.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { dueAfterLapse } from '../calendar/working-days.ts'
import type { ChildEntry, WithheldEntry } from '../chronology/entry.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { ConcernState, StoredConcern } from '../concerns/stored-concern.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { raiseReview } from '../reviews/raise-review.ts'
import type { Review } from '../reviews/review.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Plan } from './assess.ts'
import { type Assessment, assessmentCauses } from './assessment.ts'
import { entriesOf } from './assessment-entries.ts'
import { entriesOfAssessment } from './entries-of-assessment.ts'

/** One transaction's worth: all of it happens, or none. */
export type AssessmentCommit = {
  readonly concern: StoredConcern
  readonly assessment: Assessment
  readonly alerts: readonly Alert[]
  readonly merged: readonly Alert[]
  readonly messages: readonly OutboxMessage[]
  readonly chronologies: readonly Chronology[]
  /** Heads that were read and not written: what was decided on is what still stands. */
  readonly unchanged: readonly Chronology[]
  readonly shown: readonly ChildEntry[]
  readonly withheld: readonly WithheldEntry[]
  /** The review that this ends, if one was open, and the one that it raises. */
  readonly reviews: readonly Review[]
  readonly entries: readonly AuditEntry[]
}

/** Where a decision leaves the concern. A review that also sent an unmatched alert is still in review. */
export const stateAfter = (decision: Pick<Decision, 'decision'>): ConcernState => {
  switch (decision.decision) {
    case 'SHARE':
    case 'SHARE_MINIMAL':
      return 'ALERTED'
    case 'HUMAN_REVIEW':
      return 'IN_REVIEW'
    case 'HOLD':
      return 'HELD'
  }
}

/** `ended`: the open review as this leaves it, its version already counted up. */
export type CommitContext = {
  readonly now: Date
  readonly newId: NewId
  readonly record: Recorder
  readonly ended?: Review | undefined
}

/** Everything one assessment changes, with the audit entries that say so. */
export const commitOf = (
  stored: StoredConcern,
  plan: Plan,
  { now, newId, record, ended }: CommitContext,
): AssessmentCommit => {
  const { assessment, alerts } = plan
  const moved = concernAfter(stored, plan, now)
  const raised =
    assessment.decision.decision === 'HUMAN_REVIEW'
      ? raiseReview(moved, assessment, { now, newId, forLead: ended?.state === 'LAPSED' })
      : undefined
  return {
    ...plan,
    ...entriesOfAssessment(stored, assessment, alerts),
    concern: { ...moved, ...(raised !== undefined && { reviewId: raised.reviewId }) },
    messages: alerts.map((alert) => raisedMessage(alert, now)),
    reviews: [ended, raised].filter((review) => review !== undefined),
    entries: entriesOf(stored, { ...plan, raised }, record),
  }
}

/** When the clock must look again: only where the table says what a passed due day becomes. */
const waitingAfter = (stored: StoredConcern, decision: Decision, now: Date): string | undefined => {
  const { dueInWorkingDays, onTimeout } = decision
  if (dueInWorkingDays === null || onTimeout === null) return undefined
  const lapsed = stored.waitingUntil === undefined ? now : new Date(stored.waitingUntil)
  return dueAfterLapse(lapsed < now ? lapsed : now, dueInWorkingDays, now).toISOString()
}

/** A change of consent or of the household gives nobody more time than they had. */
const notLater = (due: string | undefined, before: string | undefined): string | undefined =>
  due !== undefined && before !== undefined && before < due ? before : due

const concernAfter = (
  stored: StoredConcern,
  { assessment: { cause, decision }, alerts }: Plan,
  now: Date,
): StoredConcern => {
  const { waitingUntil: before, reviewId: _review, ...rest } = stored
  const due = waitingAfter(stored, decision, now)
  const waitingUntil = assessmentCauses[cause].keepsDueDay ? notLater(due, before) : due
  return {
    ...rest,
    version: stored.version + 1,
    state: stateAfter(decision),
    ...(alerts.some(({ kind }) => kind === 'unmatched') && { alertedWithoutIdentity: true }),
    ...present({ waitingUntil }),
  }
}
