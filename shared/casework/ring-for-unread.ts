import type { Alert } from '../alerts/alert.ts'
import { isUnread, type Looked, type UnreadRef } from '../alerts/unread.ts'
import type { AlertId } from '../kernel/ids.ts'

export type RingForUnreadDeps = {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  readonly readLooked: (unread: UnreadRef) => Promise<Looked>
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
  const [alert, looked] = await Promise.all([
    deps.readAlert(unread.alertId),
    deps.readLooked(unread),
  ])
  if (alert !== undefined && isUnread(unread, alert, looked)) {
    deps.onUnread(alert)
    return { kind: 'unread' }
  }
  await deps.end(unread)
  return { kind: 'ended' }
}
