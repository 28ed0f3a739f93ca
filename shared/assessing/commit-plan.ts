import type { Alert } from '../alerts/alert.ts'
import { messageOf, raisedMessage } from '../alerts/alert-message.ts'
import type { Resent } from '../alerts/further-notice.ts'
import { tell } from '../alerts/tell.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { ChildEntry } from '../chronology/entry.ts'
import type { Chronology } from '../chronology/notification.ts'
import { remember } from '../chronology/remember.ts'
import type { ConcernState, StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId, NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { nextVersion, type Review } from '../reviews/review.ts'
import { reviewMessage } from '../reviews/review-message.ts'
import { decidedAsSent, reviewsOf } from '../reviews/reviews-of.ts'
import { type Decision, isShared } from '../sharing/decision.ts'
import type { Assessed } from './assess.ts'
import type { Assessment } from './assessment.ts'
import { entriesOf } from './assessment-entries.ts'
import { entriesOfAssessment } from './entries-of-assessment.ts'
import { expiryOf } from './expiry.ts'
import { identitiesAsked } from './identities-asked.ts'

/** One transaction's worth: all of it happens, or none. */
export type AssessmentCommit = {
  readonly concern: StoredConcern
  readonly assessment: Assessment
  /** New alerts, and alerts that stood before, a version on. */
  readonly alerts: readonly Alert[]
  readonly changed: readonly Alert[]
  readonly messages: readonly OutboxMessage[]
  readonly chronologies: readonly Chronology[]
  /** Heads that were read and not written: what was decided on is what still stands. */
  readonly unchanged: readonly Chronology[]
  readonly shown: readonly ChildEntry[]
  readonly withheld: readonly ChildEntry[]
  /** Reviews that this raises, and those that it ends. */
  readonly raised: readonly Review[]
  readonly ended: readonly Review[]
  /** Concerns that this one makes a combination or three notices with: each is then decided again by itself. */
  readonly woken: readonly ConcernId[]
  readonly entries: readonly AuditEntry[]
}

/** What is there already of a concern, read before it is committed. */
export type Standing = {
  readonly alerts: readonly Alert[]
  readonly reviews: readonly Review[]
  /** Concerns of the same agency that may be the same incident, with the alerts they are in. */
  readonly resent: readonly Resent[]
}

export type CommitContext = Standing & {
  readonly now: Date
  readonly newId: NewId
  readonly record: Recorder
  /** The reviews that a verdict or the clock has just ended, a version on. */
  readonly ended: readonly Review[]
}

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

/** The most concerns that one wakes, the newest: more in twelve months than will ever matter. */
const mostWoken = 20

/** Everything one assessment changes, with the audit entries that say so. */
export const commitOf = (
  stored: StoredConcern,
  { assessment: assessed, recipients, notification, chronologies }: Assessed,
  context: CommitContext,
): AssessmentCommit => {
  const { now, newId, record, ended } = context
  const { decision, facts, joined, number } = assessed
  const decided = { number, decision, facts, joined }
  const telling = tell(stored, recipients, {
    decided,
    before: context.alerts,
    resent: context.resent,
    now,
    newId,
  })
  const { raised: alerts, updated, merged } = telling
  const changed = [...updated, ...merged]
  const byAlert = recipients.flatMap((recipient) => {
    const alert = telling.alertOf(recipient)
    return alert === undefined ? [] : [{ recipient, alert }]
  })
  const open = context.reviews.filter(
    ({ reviewId }) => !ended.some((one) => one.reviewId === reviewId),
  )
  const reviews = reviewsOf(
    { stored, decision, facts, identities: identitiesAsked(stored, assessed), open },
    { now, newId },
  )
  const overtaken = reviews.overtaken.map((review) => nextVersion(review, { state: 'OVERTAKEN' }))
  const stillOpen = open.filter((review) => !reviews.overtaken.includes(review))
  const assessment: Assessment = {
    ...assessed,
    recipients: byAlert.map(({ recipient, alert }) => ({
      ...recipient,
      why: [...recipient.why],
      alertId: alert.alertId,
    })),
  }
  const all = [...context.alerts, ...alerts, ...merged]
  const { reviewIds: _open, expiresAt: _expiry, ...rest } = stored
  const concern: StoredConcern = {
    ...rest,
    version: stored.version + 1,
    state: stateAfter(stored, decision),
    assessments: number,
    seen: seenOf(assessed),
    reviewIds: [...stillOpen, ...reviews.raised].map(({ reviewId }) => reviewId),
    told: toldIn([...new Map(all.map((alert) => [alert.alertId, alert])).values()]),
    ...present({ expiresAt: all.length > 0 ? undefined : expiryOf(decision, stored.receivedAt) }),
  }
  const heads = chronologies.flatMap((head) => remember(head, notification, now) ?? [])
  return {
    concern,
    assessment,
    alerts,
    changed,
    ...entriesOfAssessment(stored, assessed, all),
    messages: [
      ...alerts.map((alert) => raisedMessage(alert, now)),
      ...updated.map((alert) => messageOf(alert, 'alert.updated', { now })),
      ...reviews.raised.map((review) => reviewMessage(review, now)),
    ],
    chronologies: heads,
    unchanged: chronologies.filter(
      ({ childId }) => !heads.some((head) => head.childId === childId),
    ),
    raised: reviews.raised,
    ended: [...ended, ...overtaken],
    woken: assessed.contributing.slice(-mostWoken),
    entries: entriesOf(stored, { assessment, alerts, changed, raised: reviews.raised }, record),
  }
}
