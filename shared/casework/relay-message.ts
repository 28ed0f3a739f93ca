import type { DirectoryDeps } from '../agencies/directory.ts'
import { placeToday, type QueueName } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { Clock } from '../kernel/clock.ts'
import { present } from '../kernel/present.ts'
import { eventOf } from '../outbox/alert-event.ts'
import type { MessageKey, OutboxMessage } from '../outbox/outbox-message.ts'

export type RelayMessageDeps = DirectoryDeps & {
  readonly read: (key: MessageKey) => Promise<OutboxMessage | undefined>
  readonly publish: (to: QueueName, message: string) => Promise<void>
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
  key: MessageKey,
  deps: RelayMessageDeps,
): Promise<RelayMessageResult> => {
  const message = await deps.read(key)
  if (message === undefined || message.status === 'SENT') return { kind: 'already-sent' }
  const now = deps.now()
  const to = placeToday(await deps.readDirectory(), message.to, londonDay(now))
  await deps.publish(to, JSON.stringify(eventOf(message, deps.apiUrl)))
  const { recordId, recordVersion, type, authority, concernId } = message
  const isOfConcern = type === 'concern.unanswered' && concernId !== undefined
  const subjects = isOfConcern ? [recordId, concernId] : [recordId]
  const entry = deps.recorder(now)('ALERT_SENT', subjects, {
    ...present({ authority }),
    codes: { type, version: String(recordVersion), to },
  })
  await deps.markSent({ ...message, status: 'SENT', sentAt: now.toISOString() }, [entry])
  return { kind: 'sent' }
}
