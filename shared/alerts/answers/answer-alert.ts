import type { AuditAction } from '../../audit/audit-entry.ts'
import type { FieldFault } from '../../kernel/hub-error.ts'
import { present } from '../../kernel/present.ts'
import type { Alert, AlertState } from '../alert.ts'
import { dueForDecision } from './due.ts'
import type { PriorAlerts } from './prior-alerts.ts'
import { awaitsSecondPerson, faultsOf, type OutcomeGiven, recordOutcome } from './record-outcome.ts'

/** What a social worker may answer, one step after another. */
export type Answer =
  | { readonly step: 'acknowledgement' }
  | ({ readonly step: 'outcome' } & OutcomeGiven)
  | { readonly step: 'feedback'; readonly message: string; readonly nextStep?: string | undefined }

type Step = {
  readonly from: readonly AlertState[]
  readonly action: AuditAction
}

/** The only moves an alert can make. Forward only: an answer once given stands, and a later view is a new one. */
export const steps = {
  acknowledgement: { from: ['RAISED'], action: 'ALERT_ACKNOWLEDGED' },
  outcome: { from: ['ACKNOWLEDGED', 'CHALLENGED'], action: 'OUTCOME_RECORDED' },
  feedback: { from: ['DECIDED'], action: 'FEEDBACK_GIVEN' },
} as const satisfies Record<Answer['step'], Step>

export type AnswerResult =
  | { readonly kind: 'answered'; readonly alert: Alert }
  | { readonly kind: 'already-answered'; readonly alert: Alert }
  | { readonly kind: 'incomplete'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'changed-since-read' }
  | { readonly kind: 'out-of-order'; readonly state: AlertState }
  | { readonly kind: 'needs-second-person' }

type By = {
  readonly clientId: string
  readonly expectedVersion: number
  readonly now: Date
  readonly prior: PriorAlerts
}

/**
 * Applies an answer to the alert as it stands. `expectedVersion` is the version the social worker read; an
 * acknowledgement sent twice is the same acknowledgement, whatever version it names.
 */
export const answerAlert = (alert: Alert, answer: Answer, by: By): AnswerResult => {
  const { from }: Step = steps[answer.step]
  if (answer.step === 'acknowledgement' && alert.acknowledgement?.by === by.clientId)
    return { kind: 'already-answered', alert }
  if (alert.version !== by.expectedVersion) return { kind: 'changed-since-read' }
  const awaitsSecond = awaitsSecondPerson(alert, by.prior)
  if (!from.includes(alert.state) && !(answer.step === 'outcome' && awaitsSecond))
    return { kind: 'out-of-order', state: alert.state }
  if (answer.step === 'feedback' && awaitsSecond) return { kind: 'needs-second-person' }
  const faults = answer.step === 'outcome' ? faultsOf(answer, by.prior) : []
  if (faults.length > 0) return { kind: 'incomplete', faults }
  return { kind: 'answered', alert: { ...answered(alert, answer, by), version: alert.version + 1 } }
}

const answered = (alert: Alert, answer: Answer, by: By): Alert => {
  const given = { by: by.clientId, at: by.now.toISOString() }
  switch (answer.step) {
    case 'acknowledgement':
      return {
        ...dueForDecision(alert, by.now),
        state: 'ACKNOWLEDGED',
        acknowledgement: given,
      }
    case 'outcome':
      return recordOutcome(alert, answer, by)
    case 'feedback': {
      const { message, nextStep } = answer
      const feedback = { ...given, message, ...present({ nextStep }) }
      const { outcomeProposed: _unneeded, ...rest } = alert
      return { ...rest, state: 'FED_BACK', feedback, chases: 0 }
    }
  }
}
