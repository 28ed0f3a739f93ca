import type { AgreedWith } from '../agencies/agreed-times.ts'
import type { Alert } from '../alerts/alert.ts'
import { messageOf, raisedMessage } from '../alerts/alert-message.ts'
import type { Resent } from '../alerts/further-notice.ts'
import { type Telling, tell } from '../alerts/tell.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { ChildEntry } from '../chronology/entry.ts'
import type { Chronology } from '../chronology/notification.ts'
import { remember } from '../chronology/remember.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId, NewId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { nextVersion, type Review } from '../reviews/review.ts'
import { reviewMessage } from '../reviews/review-message.ts'
import { reviewsOf } from '../reviews/reviews-of.ts'
import type { Assessed } from './assess.ts'
import type { Assessment } from './assessment.ts'
import { entriesOf } from './assessment-entries.ts'
import { concernAfter, seenOf } from './concern-after.ts'
import { entriesOfAssessment } from './entries-of-assessment.ts'
import type { ProtectedBy, SendersPast } from './gathered.ts'
import { identitiesAsked } from './identities-asked.ts'
import type { RestsOn } from './rests-on.ts'

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
  /** Concerns of the household that protect one another from now on. */
  readonly protections?: readonly ProtectedBy[]
  readonly entries: readonly AuditEntry[]
  readonly restsOn: RestsOn
}

/** What is there already of a concern, read before it is committed. */
export type Standing = {
  readonly alerts: readonly Alert[]
  readonly reviews: readonly Review[]
  /** Concerns of the same agency that may be the same incident, with the alerts they are in. */
  readonly resent: readonly Resent[]
}

export type CommitContext = Standing & {
  readonly agreedWith: AgreedWith
  readonly now: Date
  readonly newId: NewId
  readonly record: Recorder
  /** The reviews that a verdict or the clock has just ended, a version on. */
  readonly ended?: readonly Review[]
  /** Of whom the log says by which agreement the duty binds them, and whose concern they claimed. */
  readonly sender?: SendersPast
}

const tellingOf = (
  stored: StoredConcern,
  { assessment: { number, decision, facts, joined }, recipients, holder }: Assessed,
  { alerts: before, resent, agreedWith, now, newId }: CommitContext,
): Telling =>
  tell(stored, recipients, {
    decided: { number, decision, facts, joined },
    seen: seenOf(stored, { decision, facts, holder }, now),
    before,
    resent,
    agreedWith,
    now,
    newId,
  })

/** The assessment with each recipient and the alert by which it has the concern. */
const withRecipients = (
  { assessment, recipients }: Assessed,
  alertOf: Telling['alertOf'],
): Assessment => ({
  ...assessment,
  recipients: recipients.flatMap((recipient) => {
    const alert = alertOf(recipient)
    return alert === undefined
      ? []
      : [{ ...recipient, why: [...recipient.why], alertId: alert.alertId }]
  }),
})

type Asked = Pick<AssessmentCommit, 'raised' | 'ended'> & Pick<StoredConcern, 'reviewIds'>

/** What is asked from now on, and what is no longer. */
const askedOf = (
  stored: StoredConcern,
  { assessment, adopted }: Assessed,
  { reviews, ended = [], now, newId }: CommitContext,
): Asked => {
  const { decision, facts } = assessment
  const identities = identitiesAsked(stored, { ...assessment, adopted })
  const open = reviews.filter(({ reviewId }) => !ended.some((one) => one.reviewId === reviewId))
  const asking = { stored, decision, facts, identities, open }
  const { raised, overtaken } = reviewsOf(asking, { now, newId })
  const stays = open.filter((review) => !overtaken.includes(review))
  return {
    raised,
    ended: [...ended, ...overtaken.map((review) => nextVersion(review, { state: 'OVERTAKEN' }))],
    reviewIds: [...stays, ...raised].map(({ reviewId }) => reviewId),
  }
}

/** The heads with this concern in them, and those that stay as they were. */
const headsOf = (
  { chronologies: read, notification }: Assessed,
  now: Date,
): Pick<AssessmentCommit, 'chronologies' | 'unchanged'> => {
  const chronologies = read.flatMap((head) => remember(head, notification, now) ?? [])
  const written = new Set(chronologies.map(({ childId }) => childId))
  return { chronologies, unchanged: read.filter(({ childId }) => !written.has(childId)) }
}

const messagesOf = (
  { raised: alerts, anew, updated }: Telling,
  raised: readonly Review[],
  now: Date,
): OutboxMessage[] => [
  ...[...alerts, ...anew].map((alert) => raisedMessage(alert, now)),
  ...updated.map((alert) => messageOf(alert, 'alert.updated', { now })),
  ...raised.map((review) => reviewMessage(review, now)),
]

/** Each alert once, as it now stands. */
const newestOf = (alerts: readonly Alert[]): Alert[] => [
  ...new Map(alerts.map((alert) => [alert.alertId, alert])).values(),
]

/** Everything one assessment changes, with the audit entries that say so. */
export const commitOf = (
  stored: StoredConcern,
  assessed: Assessed,
  context: CommitContext,
): Omit<AssessmentCommit, 'restsOn'> => {
  const { now, record, sender } = context
  const telling = tellingOf(stored, assessed, context)
  const { raised: alerts, anew, updated, merged } = telling
  const changed = [...anew, ...updated, ...merged]
  const tells = newestOf([...context.alerts, ...alerts, ...changed])
  const { reviewIds, raised, ended } = askedOf(stored, assessed, context)
  const assessment = withRecipients(assessed, telling.alertOf)
  return {
    concern: concernAfter(stored, assessment, {
      reviewIds,
      alerts: tells,
      holder: assessed.holder,
    }),
    assessment,
    alerts,
    changed,
    messages: messagesOf(telling, raised, now),
    ...headsOf(assessed, now),
    ...entriesOfAssessment(stored, assessment, tells),
    raised,
    ended,
    woken: assessment.contributing,
    entries: entriesOf(stored, { assessment, alerts, changed, raised, sender }, record),
  }
}
