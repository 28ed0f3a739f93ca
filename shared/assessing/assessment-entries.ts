// What the audit log says of one assessment: ids and codes, never a word of what was sent.
import { agreementId } from '../agencies/agreement.ts'
import { isAuthority } from '../agencies/holder.ts'
import type { Alert } from '../alerts/alert.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { present } from '../kernel/present.ts'
import type { Review } from '../reviews/review.ts'
import { agreementInForce, commissionedBy } from './agreements-of.ts'
import { type Assessment, assessmentCauses } from './assessment.ts'
import type { SendersPast } from './gathered.ts'
import { peopleConcerned, peopleInReview } from './people-concerned.ts'

type Made = {
  readonly assessment: Assessment
  readonly alerts: readonly Alert[]
  readonly changed: readonly Alert[]
  readonly raised: readonly Review[]
  readonly sender?: SendersPast | undefined
}

/** An entry for the assessment, and one for each review and alert that it raises and each alert that it changes. */
export const entriesOf = (stored: StoredConcern, made: Made, record: Recorder): AuditEntry[] => [
  ...assessed(stored, made, record),
  ...made.raised.flatMap((review) => reviewRaised(review, made.assessment, record)),
  ...made.alerts.flatMap((alert) => alertTold('ALERT_RAISED', alert, { stored, made, record })),
  ...made.changed.flatMap((alert) =>
    alert.concernId === stored.concernId
      ? alertTold('ALERT_UPDATED', alert, { stored, made, record })
      : mergedEntry(alert, { stored, made, record }),
  ),
]

const dayOf = ({ assessedAt }: Assessment): string => londonDay(new Date(assessedAt))

const assessed = (
  stored: StoredConcern,
  { assessment, sender }: Made,
  record: Recorder,
): readonly AuditEntry[] => {
  const { cause, answered, decision, facts, matches, agreements } = assessment
  const claimed = sender?.claimed
  const subjects = [stored.concernId, ...Object.values(present({ answered, claimed }))]
  const askedFor = claimed && ({ kind: 'concern', id: claimed } as const)
  const contract = sender && commissionedBy(stored, sender.agreements, dayOf(assessment))
  const { article6, schedule1, article10, confidence } = decision.basis
  return record(assessmentCauses[cause].action, subjects, {
    people: peopleConcerned(assessment),
    rule: decision.rule,
    policyVersion: decision.policyVersion,
    ...present({ askedFor, agreement: contract && agreementId(contract) }),
    codes: {
      cause,
      decision: decision.decision,
      match: facts.match,
      harmBefore: facts.harm,
      harmAfter: decision.harmAfter,
      basis: [...article6, schedule1, ...(article10 === null ? [] : ['10']), confidence].join(' '),
      raisedBy: decision.raisedBy.join(' '),
      model: matches[0]?.match.modelVersion ?? '',
      agreements: agreements.map(({ standing }) => standing).join(' '),
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

const reviewRaised = (
  review: Review,
  assessment: Assessment,
  record: Recorder,
): readonly AuditEntry[] =>
  record('REVIEW_RAISED', [review.reviewId, review.concernId], {
    people: review.person === undefined ? [] : peopleInReview(review, assessment),
    rule: review.rule,
    authority: review.authority,
    codes: { kind: review.kind, asked: review.asked },
  })

const authorityIn = ({ authority }: Alert) => (isAuthority(authority) ? authority : undefined)

const alertTold = (
  action: 'ALERT_RAISED' | 'ALERT_UPDATED',
  alert: Alert,
  { stored, made, record }: { stored: StoredConcern; made: Made; record: Recorder },
): readonly AuditEntry[] =>
  record(action, [alert.alertId, alert.concernId], {
    people: alert.children,
    rule: alert.rule,
    policyVersion: alert.policyVersion,
    authority: authorityIn(alert),
    ...present({ agreement: agreementInForce(stored, made.assessment, alert.authority) }),
    codes: {
      kind: alert.kind,
      why: alert.why.join(' '),
      decision: alert.decision,
      version: String(alert.version),
    },
  })

const mergedEntry = (
  alert: Alert,
  { stored, made, record }: { stored: StoredConcern; made: Made; record: Recorder },
): readonly AuditEntry[] =>
  record('CONCERN_MERGED', [alert.alertId, stored.concernId], {
    people: alert.children,
    authority: authorityIn(alert),
    ...present({ agreement: agreementInForce(stored, made.assessment, alert.authority) }),
    codes: { version: String(alert.version) },
  })
