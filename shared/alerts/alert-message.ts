import { nextDigest } from '../calendar/working-days.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type { Alert } from './alert.ts'

/** The message that tells an authority of an alert as it now stands. */
export const messageOf = (alert: Alert, type: OutboxMessage['type'], now: Date): OutboxMessage => ({
  alertId: alert.alertId,
  alertVersion: alert.version,
  authority: alert.authority,
  type,
  status: 'PENDING',
  createdAt: now.toISOString(),
})

/** How a new alert is told: for early help with others once a day, so that what is urgent is not one of many (F12). */
export const raisedMessage = (alert: Alert, now: Date): OutboxMessage => ({
  ...messageOf(alert, 'alert.raised', now),
  ...(!isAtLeast(alert.harm, 'H2') && { digestAt: nextDigest(now).toISOString() }),
})
