import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import { type Alert, concernsIn } from '../alerts/alert.ts'
import {
  type HandedTo,
  type HandOverResult,
  handOver,
  heldBy,
} from '../alerts/answers/hand-over.ts'
import type { Entries } from '../audit/audit-entry.ts'
import type { AlertId } from '../kernel/ids.ts'
import { type GiveAnswerDeps, nothingBeside } from './give-answer.ts'
import type { RecordDeps } from './record-refusal.ts'
import { maySee } from './their-alert.ts'

export type HandOverAlertDeps = RecordDeps & Pick<GiveAnswerDeps, 'readAlert' | 'commit'>

export type HandOverAlertInput = {
  readonly by: By
  readonly alertId: AlertId
  readonly to: HandedTo
  readonly expectedVersion: number
}

export type HandOverAlertResult = HandOverResult | { readonly kind: 'not-found' | 'not-theirs' }

/** Stands in the log for whoever of the team takes it next. */
const team = 'team'

/** Gives an alert to a colleague, or back to the team: who had it, who has it and who said so stand in the log. */
export const handOverAlert = async (
  { by, alertId, to, expectedVersion }: HandOverAlertInput,
  deps: HandOverAlertDeps,
): Promise<HandOverAlertResult> => {
  const before = await deps.readAlert(alertId)
  if (before === undefined) return { kind: 'not-found' }
  if (!maySee(by, 'alert.answer', before)) return { kind: 'not-theirs' }
  const now = deps.now()
  const isLead = isTheirs(by.caller, 'alert.see-leads-only', before)
  const result = handOver(before, to, { person: personOf(by), isLead, expectedVersion, now })
  const entriesOf = (alert: Alert, again = {}): Entries =>
    recorderOf(by, { now, newId: deps.newId })(
      'ALERT_HANDED_OVER',
      [alertId, ...concernsIn(alert)],
      {
        people: alert.children,
        codes: {
          version: String(alert.version),
          from: heldBy(before) ?? team,
          to: to ?? team,
          ...again,
        },
      },
    )
  if (result.kind === 'already-answered')
    await deps.record(entriesOf(result.alert, { again: 'true' }))
  if (result.kind !== 'answered') return result
  const { alert } = result
  const change = { ...nothingBeside, alert, entries: entriesOf(alert) }
  return (await deps.commit(change)) === 'committed' ? result : { kind: 'changed-since-read' }
}
