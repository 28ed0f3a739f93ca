import type { Directory, DirectoryDeps } from '../agencies/directory.ts'
import {
  escalationsOf,
  isOfEnded,
  placeOfSuccessor,
  placeToday,
  pollerOf,
  type QueueName,
} from '../agencies/queues.ts'
import { type Unread, unreadOf } from '../alerts/unread.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { Clock } from '../kernel/clock.ts'
import { present } from '../kernel/present.ts'
import { eventOf } from '../outbox/alert-event.ts'
import type { MessageKey, MessageType, OutboxMessage } from '../outbox/outbox-message.ts'
import { againAt } from '../outbox/told-again.ts'

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
 * the other order would lose it. For whoever polls no new alert is published, and what it has to open waits for that.
 */
export const relayMessage = async (
  key: MessageKey,
  deps: RelayMessageDeps,
): Promise<RelayMessageResult> => {
  const message = await deps.read(key)
  if (message === undefined || message.status === 'SENT') return { kind: 'already-sent' }
  const now = deps.now()
  const directory = await deps.readDirectory()
  const { to, isPublished, told } = howTold(directory, message, londonDay(now))
  if (isPublished) await deps.publish(to, JSON.stringify(eventOf(message, deps.apiUrl)))
  const { recordId, recordVersion, type, authority, concernId } = message
  const isOfConcern = type === 'concern.unanswered' && concernId !== undefined
  const subjects = isOfConcern ? [recordId, concernId] : [recordId]
  const entries = deps.recorder(now)('ALERT_SENT', subjects, {
    ...present({ authority }),
    codes: { type, version: String(recordVersion), to, ...told },
  })
  const sent = sentNow(message, { told, now })
  await deps.markSent(sent, entries, unreadAmong([sent], now))
  return { kind: 'sent' }
}

/** The message once it left. What the inbox of the API tells, or whoever took the place of an ended authority, is not told again. */
export const sentNow = (
  message: OutboxMessage,
  { told, now }: Pick<HowTold, 'told'> & { readonly now: Date },
): OutboxMessage => ({
  ...message,
  status: 'SENT',
  sentAt: now.toISOString(),
  ...told,
  ...(told.toldBy === undefined && present({ againAt: againAt(message, now) })),
})

/** Where it goes today. What is closed moves no more: of it whoever took the place of an ended authority is told here. */
const placeOf = (
  directory: Directory,
  { to, isOfClosed }: Pick<OutboxMessage, 'to' | 'isOfClosed'>,
  today: string,
): QueueName => {
  const place = placeToday(directory, to, today)
  return isOfClosed === true ? placeOfSuccessor(directory, place, today) : place
}

/** What whoever polls is told of by the inbox: it stands there until somebody opens it, and else an alarm rings. A test is looked for. */
const toldByInbox: readonly MessageType[] = [
  'alert.raised',
  'alert.challenged',
  'alert.updated',
  'alert.test',
]
/** What is about an alert that may owe nothing any more, so that nobody would open it, is told to people besides. */
const toldToPeople = (type: MessageType): boolean =>
  type === 'alert.updated' || !toldByInbox.includes(type)

export type HowTold = {
  readonly to: QueueName
  readonly isPublished: boolean
  readonly told: { readonly toldBy?: 'inbox' | 'successor' }
}

/** How a message is told today: where it is published, if it is, and by what else whoever it is for comes to know of it. */
export const howTold = (
  directory: Directory,
  message: Pick<OutboxMessage, 'to' | 'type' | 'isOfClosed'>,
  today: string,
): HowTold => {
  const { type } = message
  const to = placeOf(directory, message, today)
  if (isOfEnded(directory, to, today))
    return { to, isPublished: false, told: { toldBy: 'successor' } }
  const poller = pollerOf(directory, to)
  if (poller === undefined) return { to, isPublished: true, told: {} }
  const isPublished = toldToPeople(type)
  return {
    to: isPublished ? escalationsOf(poller) : to,
    isPublished,
    told: toldByInbox.includes(type) ? { toldBy: 'inbox' } : {},
  }
}

/** What has still to be opened of messages that were told by the API's inbox alone. */
export const unreadAmong = (messages: readonly OutboxMessage[], now: Date): readonly Unread[] =>
  messages.flatMap((message) => (message.toldBy === 'inbox' ? (unreadOf(message, now) ?? []) : []))
