import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { type Alert, concernsIn } from '../alerts/alert.ts'
import {
  type Answer,
  type AnswerResult,
  answerAlert,
  steps,
} from '../alerts/answers/answer-alert.ts'
import { entriesOfOutcome } from '../alerts/answers/entries-of-outcome.ts'
import { fedBack } from '../alerts/answers/fed-back.ts'
import {
  type PriorAlerts,
  priorAlertIds,
  type RelatedAlert,
  secondPersonFor,
} from '../alerts/answers/prior-alerts.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { ChildEntry } from '../chronology/entry.ts'
import { endsInvolvement } from '../codes/outcomes.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { type RecordDeps, refused } from './record-refusal.ts'

/** `expectedVersion` is that of the alert as the caller read it. */
export type GiveAnswerInput = {
  readonly by: By
  readonly alertId: AlertId
  readonly answer: Answer
  readonly expectedVersion: number
}

export type GiveAnswerDeps = RecordDeps & {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  /** Alerts about the children that this one names, itself among them. */
  readonly related: (alert: Alert) => Promise<readonly RelatedAlert[]>
  /** Those of them that nobody has acknowledged. */
  readonly unreadAmong: (alertIds: readonly AlertId[]) => Promise<readonly AlertId[]>
  readonly commit: (change: {
    readonly alert: Alert
    readonly concerns: readonly StoredConcern[]
    readonly chronology: readonly ChildEntry[]
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
}

type Refused = Exclude<AnswerResult, { readonly alert: Alert }>

export type GiveAnswerResult =
  | Refused
  | ({ readonly kind: 'answered' | 'already-answered'; readonly alert: Alert } & PriorAlerts)
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Reads the alert, applies the answer and commits it; feedback reaches the referrer's concern in the same transaction. */
export const giveAnswer = async (
  { by, alertId, answer, expectedVersion }: GiveAnswerInput,
  deps: GiveAnswerDeps,
): Promise<GiveAnswerResult> => {
  const alert = await deps.readAlert(alertId)
  if (alert === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'alert.answer', alert))
    return refused('not-theirs', { by, action: 'alert.answer' }, deps)
  const now = deps.now()
  const history = await historyOf(alert, answer, deps)
  const { clientId } = by.caller
  const result = answerAlert(alert, answer, { clientId, expectedVersion, now, prior: history })
  if (result.kind === 'already-answered') return { ...result, ...history }
  if (result.kind !== 'answered') return result
  const told = answer.step === 'feedback' ? concernsIn(alert) : []
  const stored = await Promise.all(told.map(deps.readConcern))
  const entry = entryOf(result.alert, answer, recorderOf(by, { now, newId: deps.newId }))
  const isDecided = result.alert.state === 'DECIDED'
  const change = {
    alert: result.alert,
    chronology: isDecided ? entriesOfOutcome(result.alert, entry.entryId) : [],
    entries: [entry],
    concerns: stored.flatMap((concern) => (concern && fedBack(concern, result.alert)) ?? []),
  }
  return (await deps.commit(change)) === 'committed'
    ? { ...result, ...history }
    : { kind: 'changed-since-read' }
}

/** States of other alerts matter only to an answer that closes this one, so only then are they read. */
const historyOf = async (
  alert: Alert,
  answer: Answer,
  deps: GiveAnswerDeps,
): Promise<PriorAlerts> => {
  const related = await deps.related(alert)
  const code = answer.step === 'outcome' ? answer.code : alert.outcome?.code
  const isClosing = code !== undefined && endsInvolvement(code)
  const unread = isClosing ? await deps.unreadAmong(related.map(({ alertId }) => alertId)) : []
  return {
    priorAlertIds: priorAlertIds(alert, related),
    secondPerson: isClosing ? secondPersonFor(alert, { related, unread }, deps.now()) : undefined,
  }
}

/** An outcome's entry stands under each earlier alert that was read for it, too. */
const entryOf = (alert: Alert, answer: Answer, record: Recorder): AuditEntry => {
  const { alertId } = alert
  const subjects = [alertId, ...concernsIn(alert)]
  const version = String(alert.version)
  if (answer.step !== 'outcome')
    return record(steps[answer.step].action, subjects, { codes: { version } })
  const { code, practitioner, priorItemsRead } = answer
  const action = alert.outcomeProposed === undefined ? steps.outcome.action : 'OUTCOME_PROPOSED'
  const proposedBy = alert.outcome?.confirmation && alert.outcome.practitioner
  return record(action, [...subjects, ...priorItemsRead], {
    codes: {
      version,
      outcome: code,
      priorItemsRead: String(priorItemsRead.length),
      ...present({ practitioner, proposedBy }),
    },
  })
}
