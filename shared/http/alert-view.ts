import type { Alert } from '../alerts/alert.ts'
import type { AlertId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Reply } from './contract.ts'
import { etagOf } from './etag.ts'

/** What is the hub's own and stays inside: the concern's id, the clock's memory, other authorities' alerts. */
const kept = ({
  concernId: _concern,
  chases: _chases,
  chaseAt: _chaseAt,
  reminders: _reminders,
  reroutedFrom: _from,
  rerouted,
  furtherNotices,
  challenges,
  ...view
}: Alert) => {
  const { alertId: _theirs, ...passedOn } = { ...rerouted }
  return {
    ...view,
    ...(rerouted !== undefined && { rerouted: passedOn }),
    ...present({
      furtherNotices: furtherNotices?.map(({ concernId: _other, ...notice }) => notice),
      challenges: challenges?.map(({ concernId: _whose, ...challenge }) => challenge),
    }),
  }
}

/** The alert as an authority reads it. */
export const alertView = (alert: Alert, priorAlertIds: readonly AlertId[]): Reply => ({
  status: 200,
  headers: { ETag: etagOf(alert.version) },
  body: { ...kept(alert), priorAlertIds },
})
