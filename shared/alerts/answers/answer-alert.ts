import type { Person } from '../../agencies/same-person.ts'
import type { AuditAction } from '../../audit/audit-entry.ts'
import type { FieldFault } from '../../kernel/hub-error.ts'
import { present } from '../../kernel/present.ts'
import type { Alert, AlertState, Feedback } from '../alert.ts'
import { dueForDecision } from './due.ts'
import { givenBy } from './given-by.ts'
import { isSentAgain, lastAnswerOf } from './last-answer.ts'
import { faultsOf } from './outcome-faults.ts'
import type { Outcome } from './outcome-schema.ts'
import { dueForOwed } from './owed.ts'
import type { PriorAlerts } from './prior-alerts.ts'
import {
  awaitsSecondPerson,
  type OutcomeGiven,
  recordOutcome,
  revisionOf,
} from './record-outcome.ts'

type FeedbackGiven = {
  readonly lines: Feedback['lines']
  readonly nextStep?: string | undefined
}

/** What a social worker may answer, one step after another. */
export type Answer =
  | { readonly step: 'acknowledgement' }
  | ({ readonly step: 'outcome' } & OutcomeGiven)
  | ({ readonly step: 'feedback' } & FeedbackGiven)

type Step = {
  readonly from: readonly AlertState[]
  readonly action: AuditAction
}

/** The only moves an alert can make. An outcome may be given again at any time: then it revises the one that stands. */
export const steps = {
  acknowledgement: { from: ['RAISED'], action: 'ALERT_ACKNOWLEDGED' },
  outcome: {
    from: ['ACKNOWLEDGED', 'CHALLENGED', 'DECIDED', 'FED_BACK'],
    action: 'OUTCOME_RECORDED',
  },
  feedback: { from: ['DECIDED'], action: 'FEEDBACK_GIVEN' },
} as const satisfies Record<Answer['step'], Step>

export type AnswerResult =
  | { readonly kind: 'answered'; readonly alert: Alert; readonly decided?: Outcome }
  | { readonly kind: 'already-answered'; readonly alert: Alert }
  | { readonly kind: 'incomplete'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'changed-since-read' }
  | { readonly kind: 'out-of-order'; readonly state: AlertState }
  | { readonly kind: 'needs-second-person' }

type By = {
  readonly person: Person
  readonly expectedVersion: number
  readonly now: Date
  readonly prior: PriorAlerts
}

/**
 * Applies an answer to the alert as it stands. `expectedVersion` is the version the social worker read; what is sent again is
 * taken once, and an acknowledgement sent twice is the same acknowledgement, whatever version it names.
 */
export const answerAlert = (alert: Alert, answer: Answer, by: By): AnswerResult => {
  const isAcknowledged =
    answer.step === 'acknowledgement' && isTheSame(alert.acknowledgement, by.person)
  if (isAcknowledged || isSentAgain(alert, answer, by)) return { kind: 'already-answered', alert }
  return refusalOf(alert, answer, by) ?? taken(alert, answer, by)
}

const isTheSame = (given: Alert['acknowledgement'], { by, practitioner }: Person): boolean =>
  given !== undefined && given.by === by && given.practitioner === practitioner

const refusalOf = (alert: Alert, answer: Answer, by: By): AnswerResult | undefined => {
  const { from }: Step = steps[answer.step]
  if (alert.version !== by.expectedVersion) return { kind: 'changed-since-read' }
  if (!from.includes(alert.state)) return { kind: 'out-of-order', state: alert.state }
  if (answer.step === 'feedback' && awaitsSecondPerson(alert, by.prior))
    return { kind: 'needs-second-person' }
  if (answer.step !== 'outcome') return undefined
  const faults = faultsOf(alert, answer, by)
  if (faults.length > 0) return { kind: 'incomplete', faults }
  return revisionOf(alert, answer, by.prior) === 'the-same'
    ? { kind: 'out-of-order', state: alert.state }
    : undefined
}

const taken = (alert: Alert, answer: Answer, by: By): AnswerResult => {
  const { alert: moved, ...rest } = answered(alert, answer, by)
  const version = alert.version + 1
  const lastAnswer = lastAnswerOf(answer, by)
  return {
    kind: 'answered',
    ...rest,
    alert: { ...moved, version, answeredIn: version, lastAnswer },
  }
}

const answered = (
  alert: Alert,
  answer: Answer,
  by: By,
): { readonly alert: Alert; readonly decided?: Outcome } => {
  switch (answer.step) {
    case 'acknowledgement':
      return {
        alert: {
          ...dueForDecision(alert, by.now),
          state: 'ACKNOWLEDGED',
          acknowledgement: givenBy(by),
          wasDue: { acknowledged: alert.dueAt, ...alert.wasDue },
        },
      }
    case 'outcome': {
      const { step: _step, ...given } = answer
      return recordOutcome(alert, given, by)
    }
    case 'feedback': {
      const { lines, nextStep } = answer
      const feedback = { ...givenBy(by), lines, ...present({ nextStep }) }
      const { outcomeProposed: _unneeded, ...rest } = alert
      const wasDue = { told: alert.dueAt, ...alert.wasDue }
      return { alert: dueForOwed({ ...rest, state: 'FED_BACK', feedback, wasDue }, by.now) }
    }
  }
}
