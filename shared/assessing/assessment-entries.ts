// What the audit log says of one assessment: ids and codes, never a word of what was sent.
import type { Alert } from '../alerts/alert.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Review } from '../reviews/review.ts'
import type { Plan } from './assess.ts'
import { type Assessment, assessmentCauses } from './assessment.ts'

/** An entry for the assessment, and one for each review and alert that it raises and each alert that takes it in. */
export const entriesOf = (
  stored: StoredConcern,
  plan: Plan & { readonly raised: Review | undefined },
  record: Recorder,
): AuditEntry[] => [
  assessed(stored, plan.assessment, record),
  ...(plan.raised === undefined ? [] : [reviewRaised(plan.raised, record)]),
  ...plan.alerts.map((alert) => alertRaised(alert, record)),
  ...plan.merged.map((alert) => mergedEntry(stored, alert, record)),
]

const assessed = (stored: StoredConcern, assessment: Assessment, record: Recorder): AuditEntry => {
  const { cause, answered, decision, facts, match } = assessment
  const subjects = [stored.concernId, ...(answered === undefined ? [] : [answered])]
  return record(assessmentCauses[cause].action, subjects, {
    rule: decision.rule,
    policyVersion: decision.policyVersion,
    codes: {
      cause,
      decision: decision.decision,
      match: facts.match,
      harmBefore: facts.harm,
      harmAfter: decision.harmAfter,
      basis: [...decision.basis.article6, decision.basis.schedule1].join(' '),
      raisedBy: decision.raisedBy.join(' '),
      model: match.modelVersion,
      ...correctionOf(stored, assessment),
    },
  })
}

/** A claim to correct somebody else's concern, or one that is not there, changes nothing; that it was made is recorded. */
const correctionOf = (
  { concern }: StoredConcern,
  { corrects }: Assessment,
): { readonly correction?: string } => {
  if (concern.corrects === undefined) return {}
  return { correction: corrects === undefined ? 'ignored' : 'accepted' }
}

const reviewRaised = (review: Review, record: Recorder): AuditEntry =>
  record('REVIEW_RAISED', [review.reviewId, review.concernId], {
    rule: review.rule,
    authority: review.authority,
    codes: { kind: review.kind, forLead: String(review.forLead) },
  })

const alertRaised = (alert: Alert, record: Recorder): AuditEntry =>
  record(
    'ALERT_RAISED',
    [alert.alertId, alert.concernId, ...alert.content.children.map(({ childId }) => childId)],
    {
      rule: alert.rule,
      policyVersion: alert.policyVersion,
      authority: alert.authority,
      codes: { kind: alert.kind, fields: disclosedFields(alert.content).join(' ') },
    },
  )

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
