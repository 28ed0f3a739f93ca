import { isTheirs } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import type { Alert } from '../alerts/alert.ts'
import type { AlertId } from '../kernel/ids.ts'
import { type InheritsDeps, inherits } from './inherits.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ReadAlertInput = { readonly by: By; readonly alertId: AlertId }

type Act = 'alert.read' | 'alert.answer'

export type TheirAlertDeps = RecordDeps &
  InheritsDeps & {
    readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  }

/** Whether a caller may see this alert: their own, and where it is its lead's alone, with the lead's scope. */
export const maySee = (
  { caller }: By,
  action: Act,
  alert: Pick<Alert, 'authority' | 'isLeadsOnly'>,
): boolean =>
  isTheirs(caller, action, alert) &&
  (!alert.isLeadsOnly || isTheirs(caller, 'alert.see-leads-only', alert))

/** Whether it was an ended authority's and would be the caller's, as it would be read by whoever took the place. */
const isInherited = async (
  by: By,
  { act, alert }: { readonly act: Act; readonly alert: Alert },
  deps: TheirAlertDeps,
): Promise<boolean> => {
  const { authority } = by.caller
  if (authority === undefined || !maySee(by, act, { ...alert, authority })) return false
  const { authority: ended, children } = alert
  return inherits(by.caller, { ended, children }, { ...deps, now: deps.now() })
}

/** An alert of the caller's own authority, or of an ended one that it took the place of, to be read unless it says otherwise. */
export const theirAlert = async (
  { by, alertId, act = 'alert.read' }: ReadAlertInput & { readonly act?: Act },
  deps: TheirAlertDeps,
): Promise<
  { readonly kind: 'theirs'; readonly alert: Alert } | { readonly kind: 'not-found' | 'not-theirs' }
> => {
  // Both at once, whoever’s it is: that an alert is not there is no quicker to learn than that it is somebody else’s.
  const [alert] = await Promise.all([deps.readAlert(alertId), deps.readDirectory()])
  if (alert === undefined) return { kind: 'not-found' }
  if (!maySee(by, act, alert) && !(await isInherited(by, { act, alert }, deps)))
    return { kind: 'not-theirs' }
  return { kind: 'theirs', alert }
}
