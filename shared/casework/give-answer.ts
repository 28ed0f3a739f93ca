import { isTheirs } from '../agencies/access.ts'
import { nameOfHolder } from '../agencies/holder.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import { type Alert, concernsIn } from '../alerts/alert.ts'
import {
  type Answer,
  type AnswerResult,
  answerAlert,
  steps,
} from '../alerts/answers/answer-alert.ts'
import { entriesOfOutcome } from '../alerts/answers/entries-of-outcome.ts'
import { acknowledged, fedBack, toldAlso } from '../alerts/answers/fed-back.ts'
import { takenOver } from '../alerts/answers/reroute.ts'
import type { AuditAction, AuditEntry, Entries } from '../audit/audit-entry.ts'
import type { ChildEntry } from '../chronology/entry.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { entryOfAnswer } from './entry-of-answer.ts'
import { type HistoryDeps, historyOf } from './history-of.ts'
import type { RecordDeps } from './record-refusal.ts'
import { type ReroutingDeps, reroutingOf } from './rerouting-of.ts'
import { maySee } from './their-alert.ts'

/** `expectedVersion` is that of the alert as the caller read it. */
export type GiveAnswerInput = {
  readonly by: By
  readonly alertId: AlertId
  readonly answer: Answer
  readonly expectedVersion: number
}

export type AnswerCommit = {
  readonly alert: Alert
  /** Alerts of other authorities that move with it. */
  readonly others: readonly Alert[]
  readonly raised: readonly Alert[]
  readonly messages: readonly OutboxMessage[]
  readonly concerns: readonly StoredConcern[]
  readonly chronology: readonly ChildEntry[]
  readonly entries: readonly AuditEntry[]
}

/** An answer that changes the alert alone. */
export const nothingBeside = { others: [], raised: [], messages: [], concerns: [], chronology: [] }

export type GiveAnswerDeps = RecordDeps &
  HistoryDeps &
  ReroutingDeps & {
    readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
    readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
    readonly commit: (change: AnswerCommit) => Promise<'committed' | 'changed'>
  }

type Refused = Exclude<AnswerResult, { readonly alert: Alert }>

export type GiveAnswerResult =
  | Refused
  | { readonly kind: 'answered' | 'already-answered'; readonly alert: Alert }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Reads the alert, applies the answer and commits it with all that moves with it, in one transaction. */
export const giveAnswer = async (
  { by, alertId, answer, expectedVersion }: GiveAnswerInput,
  deps: GiveAnswerDeps,
): Promise<GiveAnswerResult> => {
  const alert = await deps.readAlert(alertId)
  if (alert === undefined) return { kind: 'not-found' }
  if (!maySee(by, 'alert.answer', alert)) return { kind: 'not-theirs' }
  const now = deps.now()
  const isLead = isTheirs(by.caller, 'alert.see-leads-only', alert)
  const prior = await historyOf(alert, { answer, isLead }, deps)
  const result = answerAlert(alert, answer, { person: personOf(by), expectedVersion, now, prior })
  if (result.kind === 'already-answered') {
    await deps.record(answeredBefore(alert, by, { action: steps[answer.step].action, ...deps }))
    return result
  }
  if (result.kind !== 'answered') return result
  const change = await changeOf(result, { alert, answer, by }, deps)
  return (await deps.commit(change)) === 'committed'
    ? { kind: 'answered', alert: change.alert }
    : { kind: 'changed-since-read' }
}

type Given = { readonly alert: Alert; readonly answer: Answer; readonly by: By }

/** Whoever answers again is shown how the alert stands: that is a reading of it. */
export const answeredBefore = (
  alert: Alert,
  by: By,
  { action, now, newId }: Pick<RecordDeps, 'now' | 'newId'> & { readonly action: AuditAction },
): Entries =>
  recorderOf(by, { now: now(), newId })(action, [alert.alertId, ...concernsIn(alert)], {
    people: alert.children,
    codes: { version: String(alert.version), again: 'true' },
  })

/** Feedback reaches the referrer's concern, a decision the chronology, and what is passed on the other authority. */
const changeOf = async (
  { alert, decided }: Extract<AnswerResult, { readonly kind: 'answered' }>,
  given: Given,
  deps: GiveAnswerDeps,
): Promise<AnswerCommit> => {
  const now = deps.now()
  const record = recorderOf(given.by, { now, newId: deps.newId })
  const said = entryOfAnswer(given, { alert, decided }, record)
  const passed = await reroutingOf(alert, given, deps)
  return {
    alert: passed.alert,
    others: [...passed.others, ...(await takenFrom(given, deps))],
    raised: passed.raised,
    messages: passed.messages,
    chronology:
      decided === undefined
        ? []
        : entriesOfOutcome(alert, {
            entryId: said[0].entryId,
            authorityName: nameOfHolder(await deps.readDirectory(), alert.authority),
          }),
    entries: [...said, ...passed.entries(record)],
    concerns: await concernsMoved(alert, given.answer, { raised: passed.raised, now, deps }),
  }
}

/** The concerns that an alert tells of, where an answer changes what their sender may see or who has been told. */
const concernsMoved = async (
  alert: Alert,
  { step }: Answer,
  {
    raised,
    now,
    deps,
  }: { readonly raised: readonly Alert[]; readonly now: Date; readonly deps: GiveAnswerDeps },
): Promise<readonly StoredConcern[]> => {
  if (step === 'outcome' && raised.length === 0) return []
  const stored = await Promise.all(concernsIn(alert).map(deps.readConcern))
  return stored.flatMap((concern) => {
    if (concern === undefined) return []
    if (step === 'feedback') return fedBack(concern, alert) ?? []
    return step === 'acknowledgement'
      ? (acknowledged(concern, alert, now) ?? [])
      : toldAlso(concern, raised)
  })
}

/** Who acknowledges what was passed on takes it from the authority that had it. */
const takenFrom = async (
  { alert, answer }: Given,
  deps: GiveAnswerDeps,
): Promise<readonly Alert[]> => {
  if (answer.step !== 'acknowledgement' || alert.reroutedFrom === undefined) return []
  const read = await deps.readAlert(alert.reroutedFrom)
  // Of an authority that has ended since, its replacement waits for this.
  const first = read?.moved === undefined ? read : await deps.readAlert(read.moved.alertId)
  const taken = first && takenOver(first, deps.now())
  return taken === undefined ? [] : [taken]
}
