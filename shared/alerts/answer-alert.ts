import type { AuditAction } from '../audit/audit-entry.ts'
import { dueAfter } from '../clocks/working-days.ts'
import type { Alert, AlertState } from './alert.ts'
import type { OutcomeCode } from './outcomes.ts'

/** What a social worker may answer, one step after another. */
export type Answer =
  | { readonly step: 'acknowledgement' }
  | { readonly step: 'outcome'; readonly code: OutcomeCode; readonly reason?: string | undefined }
  | { readonly step: 'feedback'; readonly message: string; readonly nextStep?: string | undefined }

/** Working days an authority has for the outcome once it has acknowledged, and for feedback once it has decided. */
const outcomeDays = 3
const feedbackDays = 1

type Step = {
  readonly from: readonly AlertState[]
  readonly to: AlertState
  readonly action: AuditAction
}

/** The only moves an alert can make. Forward only: an answer once given stands, and a later view is a new one. */
export const steps = {
  acknowledgement: { from: ['RAISED'], to: 'ACKNOWLEDGED', action: 'ALERT_ACKNOWLEDGED' },
  outcome: {
    from: ['ACKNOWLEDGED', 'CHALLENGED'],
    to: 'DECIDED',
    action: 'OUTCOME_RECORDED',
  },
  feedback: { from: ['DECIDED'], to: 'FED_BACK', action: 'FEEDBACK_GIVEN' },
} as const satisfies Record<Answer['step'], Step>

export type AnswerOutcome =
  | { readonly kind: 'answered'; readonly alert: Alert }
  | { readonly kind: 'already-answered'; readonly alert: Alert }
  | { readonly kind: 'changed-since-read' }
  | { readonly kind: 'out-of-order'; readonly state: AlertState }

/**
 * Applies an answer to the alert as it stands. `expectedVersion` is the version the social worker read; an
 * acknowledgement sent twice is the same acknowledgement, whatever version it names.
 */
export const answerAlert = (
  alert: Alert,
  answer: Answer,
  by: { readonly clientId: string; readonly expectedVersion: number; readonly now: Date },
): AnswerOutcome => {
  const { from, to }: Step = steps[answer.step]
  if (answer.step === 'acknowledgement' && alert.acknowledgement?.by === by.clientId)
    return { kind: 'already-answered', alert }
  if (alert.version !== by.expectedVersion) return { kind: 'changed-since-read' }
  if (!from.includes(alert.state)) return { kind: 'out-of-order', state: alert.state }
  return {
    kind: 'answered',
    alert: { ...alert, ...answered(answer, by), chases: 0, state: to, version: alert.version + 1 },
  }
}

const answered = (
  answer: Answer,
  { clientId, now }: { readonly clientId: string; readonly now: Date },
): Partial<Alert> => {
  const given = { by: clientId, at: now.toISOString() }
  switch (answer.step) {
    case 'acknowledgement':
      return { acknowledgement: given, dueAt: dueAfter(now, outcomeDays).toISOString() }
    case 'outcome': {
      const { code, reason } = answer
      const outcome = { ...given, code, ...(reason !== undefined && { reason }) }
      return { outcome, dueAt: dueAfter(now, feedbackDays).toISOString() }
    }
    case 'feedback': {
      const { message, nextStep } = answer
      return { feedback: { ...given, message, ...(nextStep !== undefined && { nextStep }) } }
    }
  }
}
