import type { Caller } from '../agencies/access.ts'
import { isTheirs } from '../agencies/access.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import type { Alert } from './alert.ts'
import { type Answer, type AnswerOutcome, answerAlert, steps } from './answer-alert.ts'

export type GiveAnswerDeps = {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly commit: (change: {
    readonly alert: Alert
    readonly concern?: StoredConcern
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
}

export type GiveAnswerOutcome =
  | AnswerOutcome
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-theirs' }

/** The concern once this alert's feedback is in it: from now on the referrer sees an answer. */
const fedBack = (
  stored: StoredConcern,
  { alertId, authority, outcome, feedback, challenges }: Alert,
): StoredConcern | undefined => {
  if (outcome === undefined || feedback === undefined) return undefined
  const { message, nextStep, at } = feedback
  const level = challenges?.at(-1)?.level
  const given = {
    alertId,
    authority,
    outcome: outcome.code,
    message,
    at,
    ...(nextStep !== undefined && { nextStep }),
    ...(level !== undefined && { level }),
  }
  return {
    ...stored,
    version: stored.version + 1,
    state: stored.state === 'ALERTED' ? 'FED_BACK' : stored.state,
    feedback: [...stored.feedback, given],
  }
}

/** Reads the alert, applies the answer and commits it; feedback reaches the referrer's concern in the same transaction. */
export const giveAnswer = async (
  alertId: AlertId,
  answer: Answer,
  from: {
    readonly caller: Caller
    readonly expectedVersion: number
    readonly deps: GiveAnswerDeps
  },
): Promise<GiveAnswerOutcome> => {
  const { caller, deps } = from
  const alert = await deps.readAlert(alertId)
  if (alert === undefined) return { kind: 'not-found' }
  if (!isTheirs(caller, 'alert.answer', alert)) return { kind: 'not-theirs' }
  const now = deps.now()
  const outcome = answerAlert(alert, answer, {
    clientId: caller.clientId,
    expectedVersion: from.expectedVersion,
    now,
  })
  if (outcome.kind !== 'answered') return outcome
  const stored = answer.step === 'feedback' ? await deps.readConcern(alert.concernId) : undefined
  const concern = stored === undefined ? undefined : fedBack(stored, outcome.alert)
  const entry = deps.recorder(now)(steps[answer.step].action, [alertId, alert.concernId], {
    codes: {
      version: String(outcome.alert.version),
      ...(answer.step === 'outcome' && { outcome: answer.code }),
    },
  })
  const change = {
    alert: outcome.alert,
    entries: [entry],
    ...(concern !== undefined && { concern }),
  }
  return (await deps.commit(change)) === 'committed' ? outcome : { kind: 'changed-since-read' }
}
