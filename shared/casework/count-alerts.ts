import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { type CountedAlert, monthsFrom, type Volume, volumeOf } from '../alerts/volume.ts'
import type { RecordDeps } from './record-refusal.ts'

/** Months as YYYY-MM, both included. */
export type CountAlertsInput = { readonly by: By; readonly from: string; readonly to: string }

export type CountAlertsDeps = RecordDeps & {
  /** Every alert that the authority was sent in that month. */
  readonly counted: (authority: string, month: string) => Promise<readonly CountedAlert[]>
}

/** What the caller's authority was sent, month by month; the entry comes before anything is disclosed. */
export const countAlerts = async (
  { by, from, to }: CountAlertsInput,
  { counted, record, newId, now }: CountAlertsDeps,
): Promise<readonly Volume[]> => {
  const { clientId, authority = '' } = by.caller
  const volumes = await Promise.all(
    monthsFrom(from, to).map(async (month) => volumeOf(month, await counted(authority, month))),
  )
  const entry = recorderOf(by, { now: now(), newId })
  await record(entry('ALERTS_COUNTED', [clientId], { codes: { from, to } }))
  return volumes.flat()
}
