import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import { type Alert, concernsIn } from '../alerts/alert.ts'
import { recordTelling as record, type TellingResult } from '../alerts/answers/record-telling.ts'
import type { TellingGiven } from '../alerts/answers/telling-schema.ts'
import type { AlertId } from '../kernel/ids.ts'
import { answeredBefore, type GiveAnswerDeps, nothingBeside } from './give-answer.ts'
import type { RecordDeps } from './record-refusal.ts'

export type RecordTellingDeps = RecordDeps & Pick<GiveAnswerDeps, 'readAlert' | 'commit'>

export type RecordTellingResult = TellingResult | { readonly kind: 'not-found' | 'not-theirs' }

const codesOf = (given: TellingGiven): Readonly<Record<string, string>> =>
  given.wasTold
    ? { told: given.who.join(' '), toldBy: given.toldBy }
    : { told: 'nobody', whyNot: given.whyNot }

/** Records whether a parent was told of the concern: who, by whom, when, or why not. */
export const recordTelling = async (
  input: {
    readonly by: By
    readonly alertId: AlertId
    readonly given: TellingGiven
    readonly expectedVersion: number
  },
  deps: RecordTellingDeps,
): Promise<RecordTellingResult> => {
  const { by, alertId, given, expectedVersion } = input
  const alert: Alert | undefined = await deps.readAlert(alertId)
  if (alert === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'alert.tell', alert)) return { kind: 'not-theirs' }
  const now = deps.now()
  const result = record(alert, given, { person: personOf(by), expectedVersion, now })
  if (result.kind === 'already-answered')
    await deps.record(answeredBefore(alert, by, { action: 'TELLING_RECORDED', ...deps }))
  if (result.kind !== 'answered') return result
  const entries = recorderOf(by, { now, newId: deps.newId })(
    'TELLING_RECORDED',
    [alertId, ...concernsIn(alert)],
    { people: alert.children, codes: { version: String(result.alert.version), ...codesOf(given) } },
  )
  const change = { ...nothingBeside, alert: result.alert, entries }
  return (await deps.commit(change)) === 'committed' ? result : { kind: 'changed-since-read' }
}
