import type { Alert } from '../alerts/alert.ts'
import { isUnread, type UnreadRef } from '../alerts/unread.ts'
import type { AlertId } from '../kernel/ids.ts'

export type RingForUnreadDeps = {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  /** The version at which somebody of its authority opened it last. */
  readonly readOpened: (alertId: AlertId) => Promise<Pick<Alert, 'version'> | undefined>
  /** It waits to be opened no more. */
  readonly end: (unread: UnreadRef) => Promise<void>
  /** Told each minute of what nobody has opened: an alarm counts. */
  readonly onUnread: (alert: Alert) => void
}

/** Ends the waiting of what was opened, or of what nobody need open any more; of the rest it tells. */
export const ringForUnread = async (
  unread: UnreadRef,
  deps: RingForUnreadDeps,
): Promise<{ readonly kind: 'ended' | 'unread' }> => {
  const [alert, opened] = await Promise.all([
    deps.readAlert(unread.alertId),
    deps.readOpened(unread.alertId),
  ])
  if (alert !== undefined && isUnread(unread, alert, opened)) {
    deps.onUnread(alert)
    return { kind: 'unread' }
  }
  await deps.end(unread)
  return { kind: 'ended' }
}
