import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import type { Alert } from '../alerts/alert.ts'
import type { AlertId } from '../kernel/ids.ts'
import { type RecordDeps, refused } from './record-refusal.ts'

export type ReadAlertInput = { readonly by: By; readonly alertId: AlertId }

export type TheirAlertDeps = RecordDeps & {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
}

/** Whether a caller may see this alert: their own, and where it is its lead's alone, with the lead's scope. */
export const maySee = (
  { caller }: By,
  action: 'alert.read' | 'alert.answer',
  alert: Pick<Alert, 'authority' | 'isLeadsOnly'>,
): boolean =>
  isTheirs(caller, action, alert) &&
  (!alert.isLeadsOnly || isTheirs(caller, 'alert.see-leads-only', alert))

/** An alert of the caller's own authority; somebody else's leaves the entry of a refusal. */
export const theirAlert = async (
  { by, alertId }: ReadAlertInput,
  deps: TheirAlertDeps,
): Promise<
  { readonly kind: 'theirs'; readonly alert: Alert } | { readonly kind: 'not-found' | 'not-theirs' }
> => {
  const alert = await deps.readAlert(alertId)
  if (alert === undefined) return { kind: 'not-found' }
  if (!maySee(by, 'alert.read', alert))
    return refused('not-theirs', { by, action: 'alert.read' }, deps)
  return { kind: 'theirs', alert }
}
