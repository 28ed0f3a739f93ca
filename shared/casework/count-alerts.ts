import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { type RaisedAlert, repeatMonths, repeatsAmong } from '../alerts/repeats.ts'
import { monthBefore, monthsFrom, type Volume, volumeOf } from '../alerts/volume.ts'
import { type AskedIn, askedIn, type CountedQuestion } from '../reviews/counted-question.ts'
import type { RecordDeps } from './record-refusal.ts'

/** Months as YYYY-MM, both included. */
export type CountAlertsInput = { readonly by: By; readonly from: string; readonly to: string }

export type CountAlertsDeps = RecordDeps & {
  /** Every alert that the authority was sent in that month. */
  readonly counted: (authority: string, month: string) => Promise<readonly RaisedAlert[]>
  /** Every question who somebody is that it was asked in that month. */
  readonly questions: (authority: string, month: string) => Promise<readonly CountedQuestion[]>
}

export type Measured = { readonly items: readonly Volume[]; readonly questions: readonly AskedIn[] }

/** What the caller's authority was sent, month by month, and how it answered; the entry comes before anything is disclosed. */
export const countAlerts = async (
  { by, from, to }: CountAlertsInput,
  deps: CountAlertsDeps,
): Promise<Measured> => {
  const { clientId, authority = '' } = by.caller
  const now = deps.now()
  const eachOf = async (months: readonly string[]) =>
    Promise.all(months.map((month) => deps.counted(authority, month)))
  const months = monthsFrom(from, to)
  const [alerts, earlier, questions] = await Promise.all([
    eachOf(months),
    eachOf(monthsFrom(monthBefore(from, repeatMonths), monthBefore(from, 1))),
    Promise.all(months.map((month) => deps.questions(authority, month))),
  ])
  const repeats = repeatsAmong(alerts.flat(), earlier.flat())
  const entry = recorderOf(by, { now, newId: deps.newId })
  await deps.record(entry('ALERTS_COUNTED', [clientId], { codes: { from, to } }))
  return {
    items: months.flatMap((month, at) => volumeOf(month, alerts[at] ?? [], { repeats, now })),
    questions: months.map((month, at) => askedIn(month, { questions: questions[at] ?? [], now })),
  }
}
