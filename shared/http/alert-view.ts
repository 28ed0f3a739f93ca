import type { Alert } from '../alerts/alert.ts'
import { heldBy } from '../alerts/answers/hand-over.ts'
import { isDueAsAgreed } from '../alerts/answers/owed.ts'
import type { AlertRead } from '../casework/read-content.ts'
import type { AlertId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Reply } from './contract.ts'
import { etagOf } from './etag.ts'

/** What is the hub's own and stays inside: references, the clock's memory, other authorities' alerts. */
const kept = ({
  concernId: _concern,
  assessment: _assessment,
  children: _children,
  factors: _factors,
  agencyName: _agency,
  rule: _rule,
  policyVersion: _policy,
  decision: _decision,
  why: _why,
  chases: _chases,
  chaseAt: _chaseAt,
  reminders: _reminders,
  reroutedFrom: _from,
  moved: _moved,
  inherited: _inherited,
  furtherNotices: _notices,
  isOfWhatWasSent: _seen,
  agreed: _agreed,
  answeredIn: _answered,
  wasDue: _wasDue,
  overridden: _overridden,
  rerouted,
  ...view
}: Alert) => {
  const { alertId: _theirs, ...passedOn } = { ...rerouted }
  return { ...view, ...(rerouted !== undefined && { rerouted: passedOn }) }
}

/** What the sender wrote of an answer or of silence, as this reader may read it. */
const contests = (
  { challenges, silences }: Pick<Alert, 'challenges' | 'silences'>,
  words: AlertRead['words'],
) =>
  present({
    challenges: challenges?.map(({ concernId: _whose, ...one }) => ({
      ...one,
      reason: words(one.reason),
    })),
    silences: silences?.map((one) => ({ ...one, reason: words(one.reason) })),
  })

/** The alert as an authority reads it: how it stands, and what may be read of its content now. */
export const alertView = (
  alert: Alert,
  { content, withdrawal, engagements, notices, words }: AlertRead,
  priorAlertIds: readonly AlertId[],
): Reply => ({
  status: 200,
  headers: { ETag: etagOf(alert.version) },
  body: {
    ...kept(alert),
    ...present({ heldBy: heldBy(alert) }),
    ...(isDueAsAgreed(alert) && { isDueAsAgreed: true }),
    ...contests(alert, words),
    content,
    ...present({ withdrawal, engagements }),
    ...(notices.length > 0 && { furtherNotices: notices }),
    priorAlertIds,
  },
})
