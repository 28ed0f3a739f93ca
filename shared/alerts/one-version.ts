import type { Alert } from './alert.ts'
import { priorities } from './content/priority.ts'
import type { RecipientOf } from './recipients-of.ts'

/** What one recipient was told by a version more of the alert by which it has the concern. */
export type Reaching = { readonly recipient: RecipientOf; readonly reached: Alert | undefined }

const graver = (one: Alert['priority'], other: Alert['priority']): Alert['priority'] =>
  priorities.indexOf(one) < priorities.indexOf(other) ? one : other

/**
 * An alert as two recipients changed it one after the other, who have the concern by it both: an authority, and one that it
 * replaced. It is one version on, with the graver priority, for it tells of the children of both.
 */
const together = (first: Alert | undefined, next: Alert): Alert =>
  first === undefined
    ? next
    : { ...next, version: first.version, priority: graver(first.priority, next.priority) }

/** Each alert once, as it is after all that changed it. */
export const eachOnce = (changed: readonly Alert[]): readonly Alert[] => {
  const found = new Map<string, Alert>()
  for (const next of changed) found.set(next.alertId, together(found.get(next.alertId), next))
  return [...found.values()]
}

/** Why all those are told who have this concern by the alert; by one of them alone, or of another concern, it says so itself. */
export const withEveryWhy = (
  alert: Alert,
  concernId: Alert['concernId'],
  reaching: readonly Reaching[],
): Alert => {
  const by = reaching.filter(({ reached }) => reached?.alertId === alert.alertId)
  return by.length < 2 || alert.concernId !== concernId
    ? alert
    : { ...alert, why: [...new Set(by.flatMap(({ recipient }) => recipient.why))] }
}
