import type { Alert } from '../alerts/alert.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Chronology } from '../chronology/notification.ts'
import { dueAfterLapse, nextDigest } from '../clocks/working-days.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Assessment } from './assessment.ts'
import type { ConcernState, StoredConcern } from './stored-concern.ts'

/** One transaction's worth: all of it happens, or none. */
export type AssessmentCommit = {
  readonly concern: StoredConcern
  readonly assessment: Assessment
  readonly alerts: readonly Alert[]
  readonly merged: readonly Alert[]
  readonly messages: readonly OutboxMessage[]
  readonly chronologies: readonly Chronology[]
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

/** The message that tells an authority of an alert as it now stands. */
export const messageOf = (alert: Alert, type: OutboxMessage['type'], now: Date): OutboxMessage => ({
  alertId: alert.alertId,
  alertVersion: alert.version,
  authority: alert.authority,
  type,
  status: 'PENDING',
  createdAt: now.toISOString(),
})

/** How a new alert is told: for early help with others once a day, so that what is urgent is not one of many (F12). */
const raisedMessage = (alert: Alert, now: Date): OutboxMessage => ({
  ...messageOf(alert, 'alert.raised', now),
  ...(alert.harmLevel <= 'H1' && { digestAt: nextDigest(now).toISOString() }),
})

/** Everything one assessment changes, with the audit entries that say so. */
export const commitOf = (
  stored: StoredConcern,
  plan: {
    readonly assessment: Assessment
    readonly alerts: readonly Alert[]
    readonly merged: readonly Alert[]
    readonly chronologies: readonly Chronology[]
  },
  { now, record }: { readonly now: Date; readonly record: Recorder },
): AssessmentCommit => {
  const { assessment, alerts } = plan
  const { decision, facts } = assessment
  return {
    ...plan,
    concern: movedOn(stored, decision, now),
    messages: alerts.map((alert) => raisedMessage(alert, now)),
    entries: [
      record(
        assessment.number === 1 ? 'CONCERN_ASSESSED' : 'REVIEW_TIMED_OUT',
        [stored.concernId],
        {
          rule: decision.rule,
          policyVersion: decision.policyVersion,
          codes: {
            decision: decision.decision,
            match: facts.match,
            harmBefore: facts.harm,
            harmAfter: decision.harmAfter,
            basis: [...decision.basis.article6, decision.basis.schedule1].join(' '),
            raisedBy: decision.raisedBy.join(' '),
            model: assessment.match.modelVersion,
          },
        },
      ),
      ...alerts.map((alert) =>
        record(
          'ALERT_RAISED',
          [
            alert.alertId,
            stored.concernId,
            ...alert.content.children.map(({ childId }) => childId),
          ],
          {
            rule: alert.rule,
            policyVersion: alert.policyVersion,
            authority: alert.authority,
            codes: { kind: alert.kind, fields: disclosedFields(alert.content).join(' ') },
          },
        ),
      ),
      ...plan.merged.map((alert) => mergedEntry(stored, alert, record)),
    ],
  }
}

const mergedEntry = (stored: StoredConcern, alert: Alert, record: Recorder): AuditEntry => {
  const content = alert.furtherNotices?.at(-1)?.content ?? alert.content
  const children = content.children.map(({ childId }) => childId)
  return record('CONCERN_MERGED', [alert.alertId, stored.concernId, ...children], {
    authority: alert.authority,
    codes: { version: String(alert.version), fields: disclosedFields(content).join(' ') },
  })
}

/** Names of the content's fields that left redaction: what was disclosed, without saying it. */
const disclosedFields = (content: Alert['content']): string[] =>
  Object.entries(content).flatMap(([field, value]) =>
    Array.isArray(value) && value.length === 0 ? [] : [field],
  )

/** When the clock must look again: only where the table says what a passed due day becomes. */
const waitingAfter = (stored: StoredConcern, decision: Decision, now: Date): string | undefined => {
  const { dueInWorkingDays, onTimeout } = decision
  if (dueInWorkingDays === null || onTimeout === null) return undefined
  const lapsed = stored.waitingUntil === undefined ? now : new Date(stored.waitingUntil)
  return dueAfterLapse(lapsed, dueInWorkingDays, now).toISOString()
}

const movedOn = (stored: StoredConcern, decision: Decision, now: Date): StoredConcern => {
  const { waitingUntil: _before, ...rest } = stored
  const waitingUntil = waitingAfter(stored, decision, now)
  const state = stateAfter(decision)
  return {
    ...rest,
    version: stored.version + 1,
    state,
    ...(waitingUntil !== undefined && { waitingUntil }),
  }
}
