import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId } from '../kernel/ids.ts'
import { alertEvent } from '../outbox/alert-event.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'

export type RelayMessageDeps = {
  readonly read: (alertId: AlertId, alertVersion: number) => Promise<OutboxMessage | undefined>
  readonly publish: (authority: OutboxMessage['authority'], message: string) => Promise<void>
  /** Marks it sent with the audit entry, if it is still pending. */
  readonly markSent: (message: OutboxMessage, entries: readonly AuditEntry[]) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

export type RelayMessageResult = { readonly kind: 'sent' | 'already-sent' }

/**
 * Publishes, and only then marks: a crash between the two sends the message twice, which the receiver drops by its id;
 * the other order would lose it.
 */
export const relayMessage = async (
  key: Pick<OutboxMessage, 'alertId' | 'alertVersion'>,
  deps: RelayMessageDeps,
): Promise<RelayMessageResult> => {
  const message = await deps.read(key.alertId, key.alertVersion)
  if (message === undefined || message.status === 'SENT') return { kind: 'already-sent' }
  await deps.publish(message.authority, JSON.stringify(alertEvent(message, deps.apiUrl)))
  const now = deps.now()
  const entry = deps.recorder(now)('ALERT_SENT', [message.alertId], {
    authority: message.authority,
    codes: { type: message.type, version: String(message.alertVersion) },
  })
  await deps.markSent({ ...message, status: 'SENT', sentAt: now.toISOString() }, [entry])
  return { kind: 'sent' }
}
