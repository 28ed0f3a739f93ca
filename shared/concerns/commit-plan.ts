import type { Alert } from '../alerts/alert.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { entriesOfAssessment } from '../chronology/entries-of-assessment.ts'
import type { ChildEntry, WithheldEntry } from '../chronology/entry.ts'
import type { Chronology } from '../chronology/notification.ts'
import { dueAfterLapse } from '../clocks/working-days.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Assessment } from './assessment.ts'
import type { ConcernState, StoredConcern } from './stored-concern.ts'

/** One transaction's worth: all of it happens, or none. */
export type AssessmentCommit = {
  readonly concern: StoredConcern
  readonly assessment: Assessment
  readonly alerts: readonly Alert[]
  readonly messages: readonly OutboxMessage[]
  readonly chronologies: readonly Chronology[]
  /** Heads that were read and not written: what was decided on is what still stands. */
  readonly unchanged: readonly Chronology[]
  readonly shown: readonly ChildEntry[]
  readonly withheld: readonly WithheldEntry[]
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

/** Everything one assessment changes, with the audit entries that say so. */
export const commitOf = (
  stored: StoredConcern,
  plan: Pick<AssessmentCommit, 'assessment' | 'alerts' | 'chronologies' | 'unchanged'>,
  { now, record }: { readonly now: Date; readonly record: Recorder },
): AssessmentCommit => {
  const { assessment, alerts } = plan
  const { decision, facts } = assessment
  return {
    ...plan,
    ...entriesOfAssessment(stored, assessment, alerts),
    concern: movedOn(stored, decision, now),
    messages: alerts.map((alert) => messageOf(alert, 'alert.raised', now)),
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
            ...correctionOf(stored, assessment),
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
            codes: { kind: alert.kind, fields: disclosedFields(alert).join(' ') },
          },
        ),
      ),
    ],
  }
}

/** A claim to correct somebody else's concern, or one that is not there, changes nothing; that it was made is recorded. */
const correctionOf = (
  { concern }: StoredConcern,
  { corrects }: Assessment,
): { readonly correction?: string } => {
  if (concern.corrects === undefined) return {}
  return { correction: corrects === undefined ? 'ignored' : 'accepted' }
}

/** Names of the content's fields that left redaction: what was disclosed, without saying it. */
const disclosedFields = (alert: Alert): string[] =>
  Object.entries(alert.content).flatMap(([field, value]) =>
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
