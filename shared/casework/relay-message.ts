import type { Directory, DirectoryDeps } from '../agencies/directory.ts'
import {
  isOfEnded,
  isPolled,
  placeOfSuccessor,
  placeToday,
  type QueueName,
} from '../agencies/queues.ts'
import { type Unread, unreadOf } from '../alerts/unread.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { Clock } from '../kernel/clock.ts'
import { present } from '../kernel/present.ts'
import { eventOf } from '../outbox/alert-event.ts'
import type { MessageKey, OutboxMessage } from '../outbox/outbox-message.ts'

export type RelayMessageDeps = DirectoryDeps & {
  readonly read: (key: MessageKey) => Promise<OutboxMessage | undefined>
  readonly publish: (to: QueueName, message: string) => Promise<void>
  /** Marks it sent with the audit entry, and with what has still to be opened, if it is still pending. */
  readonly markSent: (
    message: OutboxMessage,
    entries: readonly AuditEntry[],
    unread: readonly Unread[],
  ) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

export type RelayMessageResult = { readonly kind: 'sent' | 'already-sent' }

/**
 * Publishes, and only then marks: a crash between the two sends the message twice, which the receiver drops by its id;
 * the other order would lose it. For whoever polls nothing is published, and what it has to open waits for that.
 */
export const relayMessage = async (
  key: MessageKey,
  deps: RelayMessageDeps,
): Promise<RelayMessageResult> => {
  const message = await deps.read(key)
  if (message === undefined || message.status === 'SENT') return { kind: 'already-sent' }
  const now = deps.now()
  const directory = await deps.readDirectory()
  const to = placeOf(directory, message, londonDay(now))
  const told = howTold(directory, to, londonDay(now))
  if (told.toldBy === undefined)
    await deps.publish(to, JSON.stringify(eventOf(message, deps.apiUrl)))
  const { recordId, recordVersion, type, authority, concernId } = message
  const isOfConcern = type === 'concern.unanswered' && concernId !== undefined
  const subjects = isOfConcern ? [recordId, concernId] : [recordId]
  const entry = deps.recorder(now)('ALERT_SENT', subjects, {
    ...present({ authority }),
    codes: { type, version: String(recordVersion), to, ...told },
  })
  const sent = { ...message, status: 'SENT' as const, sentAt: now.toISOString(), ...told }
  await deps.markSent(sent, [entry], unreadAmong([sent], now))
  return { kind: 'sent' }
}

/** Where it goes today. What is closed moves no more: of it whoever took the place of an ended authority is told here. */
const placeOf = (
  directory: Directory,
  { to, isOfClosed }: OutboxMessage,
  today: string,
): QueueName => {
  const place = placeToday(directory, to, today)
  return isOfClosed === true ? placeOfSuccessor(directory, place, today) : place
}

/** How a message is told where it is not published. */
export const howTold = (
  directory: Directory,
  to: QueueName,
  today: string,
): { readonly toldBy?: 'inbox' | 'successor' } => {
  if (isOfEnded(directory, to, today)) return { toldBy: 'successor' }
  return isPolled(directory, to) ? { toldBy: 'inbox' } : {}
}

/** What has still to be opened of messages that were told by the API's inbox alone. */
export const unreadAmong = (messages: readonly OutboxMessage[], now: Date): readonly Unread[] =>
  messages.flatMap((message) => (message.toldBy === 'inbox' ? (unreadOf(message, now) ?? []) : []))
