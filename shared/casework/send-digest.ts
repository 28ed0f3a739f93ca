import type { AuthorityCode } from '../agencies/authorities.ts'
import type { DirectoryDeps } from '../agencies/directory.ts'
import { inboxOf, type QueueName } from '../agencies/queues.ts'
import type { Unread } from '../alerts/unread.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import { mostActions } from '../kernel/most-actions.ts'
import { present } from '../kernel/present.ts'
import { digestEvent, mostInDigest } from '../outbox/digest-event.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { type HowTold, howTold, sentNow, unreadAmong } from './relay-message.ts'
import {
  type AnsweredDeps,
  isAnswered,
  markToldAgain,
  type TellAgainDeps,
  toldEnough,
} from './tell-again.ts'

/** Messages of one authority whose time has come, by their keys. */
export type Digest = {
  readonly authority: AuthorityCode
  readonly alerts: readonly Pick<OutboxMessage, 'recordId' | 'recordVersion'>[]
}

export type SendDigestDeps = DirectoryDeps &
  AnsweredDeps &
  Pick<TellAgainDeps, 'publish' | 'markAgain' | 'onAgain' | 'recorder' | 'apiUrl' | 'now'> & {
    /** Those of them that are still pending, or to be told again, in their order, and those that cannot be read. */
    readonly readPending: (digest: Digest) => Promise<{
      readonly messages: readonly OutboxMessage[]
      readonly unreadable: Digest['alerts']
    }>
    /** The signed note of the newest checkpoint of the audit log: with the digest it leaves the house, day by day. */
    readonly readNewestNote: () => Promise<string | undefined>
    /** Marks all of them sent with their audit entries, and with what has still to be opened, if all are still pending. */
    readonly markSent: (
      messages: readonly OutboxMessage[],
      entries: readonly AuditEntry[],
      unread: readonly Unread[],
    ) => Promise<void>
  }

export type SendDigestResult = {
  readonly kind: 'sent' | 'already-sent'
  readonly unreadable: Digest['alerts']
}

/**
 * Publishes one message for all, and only then marks them, as {@link relayMessage} does and for the same reason. One that cannot
 * be read keeps no other.
 */
export const sendDigest = async (
  digest: Digest,
  deps: SendDigestDeps,
): Promise<SendDigestResult> => {
  const { messages: waiting, unreadable } = await deps.readPending(digest)
  const messages = await withoutAnswered(waiting, deps)
  if (messages.length === 0) return { kind: 'already-sent', unreadable }
  const now = deps.now()
  const { authority } = digest
  const to = inboxOf(authority)
  const raised = { to, type: 'alert.raised' } as const
  const { isPublished, told } = howTold(await deps.readDirectory(), raised, londonDay(now))
  if (isPublished) {
    const checkpoint = await deps.readNewestNote()
    const event = digestEvent(authority, messages, { apiUrl: deps.apiUrl, now, checkpoint })
    await deps.publish(to, JSON.stringify(event))
  }
  await mark(messages, { to, told, now, deps })
  return { kind: 'sent', unreadable }
}

const isNew = ({ status }: OutboxMessage): boolean => status === 'PENDING'

/** What is new, and what was told on a day before and nobody has answered. */
const withoutAnswered = async (
  waiting: readonly OutboxMessage[],
  deps: SendDigestDeps,
): Promise<readonly OutboxMessage[]> => {
  const kept: OutboxMessage[] = []
  for (const message of waiting) {
    if (isNew(message) || !(await isAnswered(message, deps))) kept.push(message)
    else await deps.markAgain(message, toldEnough(message), { entries: [], unread: [] })
  }
  return kept
}

/** A message, its entry and what has still to be opened are three actions of one transaction. */
const mostMarked = Math.floor(mostActions / 3)

type Marking = {
  readonly to: QueueName
  readonly told: HowTold['told']
  readonly now: Date
  readonly deps: SendDigestDeps
}

/** What a published digest lists is marked at once; what is told by the inbox may be more than one transaction takes. */
const mark = async (messages: readonly OutboxMessage[], marking: Marking): Promise<void> => {
  const most = marking.told.toldBy === undefined ? mostInDigest : mostMarked
  const fresh = messages.filter(isNew)
  for (let at = 0; at < fresh.length; at += most) await markNew(fresh.slice(at, at + most), marking)
  for (const message of messages)
    if (!isNew(message)) await markToldAgain(message, marking, marking.deps)
}

const markNew = async (
  messages: readonly OutboxMessage[],
  { told, now, deps }: Marking,
): Promise<void> => {
  const record = deps.recorder(now)
  const entries = messages.flatMap(({ recordId, recordVersion, authority, to }) =>
    record('ALERT_SENT', [recordId], {
      ...present({ authority }),
      codes: { type: 'alert.digest', version: String(recordVersion), to, ...told },
    }),
  )
  const sent = messages.map((message) => sentNow(message, { told, now }))
  await deps.markSent(sent, entries, unreadAmong(sent, now))
}
