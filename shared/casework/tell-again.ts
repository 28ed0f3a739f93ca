import type { DirectoryDeps } from '../agencies/directory.ts'
import type { Alert } from '../alerts/alert.ts'
import { isUnread } from '../alerts/unread.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import { type AlertId, alertIdSchema, type ReviewId, reviewIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { eventOf } from '../outbox/alert-event.ts'
import type { MessageKey, OutboxMessage } from '../outbox/outbox-message.ts'
import { againAt } from '../outbox/told-again.ts'
import type { Review } from '../reviews/review.ts'
import { type HowTold, howTold, type RelayMessageDeps, unreadAmong } from './relay-message.ts'

/** What says whether somebody answered what a message told. */
export type AnsweredDeps = {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  /** The version of an alert that a person opened last. */
  readonly readSeen: (alertId: AlertId) => Promise<number | undefined>
  readonly readReview: (reviewId: ReviewId) => Promise<Review | undefined>
}

export type TellAgainDeps = DirectoryDeps &
  AnsweredDeps &
  Pick<RelayMessageDeps, 'read' | 'publish' | 'recorder' | 'apiUrl' | 'now'> & {
    /** Keeps when it is told again next, or that it is no more, if nobody has meanwhile. */
    readonly markAgain: (
      before: OutboxMessage,
      after: OutboxMessage,
      beside: Pick<Told, 'entries' | 'unread'>,
    ) => Promise<void>
    /** Told of each: a metric counts. */
    readonly onAgain: (message: OutboxMessage) => void
  }

type Told = {
  readonly entries: readonly AuditEntry[]
  readonly unread: ReturnType<typeof unreadAmong>
}

/** Whether nobody need be told again what a message said: somebody has it, or nothing is asked any more. */
export const isAnswered = async (message: OutboxMessage, deps: AnsweredDeps): Promise<boolean> => {
  const { recordId, recordVersion: version, type, sentAt } = message
  if (type === 'review.raised')
    return (await deps.readReview(reviewIdSchema.parse(recordId)))?.state !== 'OPEN'
  const alertId = alertIdSchema.parse(recordId)
  const alert = await deps.readAlert(alertId)
  // What was updated may ask for no answer: then it is enough that a person opened it.
  const seen = type === 'alert.updated' ? await deps.readSeen(alertId) : undefined
  return !isUnread({ alertId, version }, alert, { toldAt: sentAt, seen })
}

/** The message once it is told again no more. */
export const toldEnough = ({ againAt: _over, ...message }: OutboxMessage): OutboxMessage => message

/** The message once it was sent again; or was told today in another way, by which nothing is told again. */
const sentAgain = (message: OutboxMessage, told: HowTold['told'], now: Date): OutboxMessage => {
  const sent = { ...message, ...told, timesAgain: (message.timesAgain ?? 0) + 1 }
  const next = told.toldBy === undefined ? againAt(sent, now) : undefined
  return { ...toldEnough(sent), ...present({ againAt: next }) }
}

/** Marks a message that was sent again, with its entry. */
export const markToldAgain = async (
  message: OutboxMessage,
  { to, told }: Pick<HowTold, 'to' | 'told'>,
  deps: Pick<TellAgainDeps, 'markAgain' | 'onAgain' | 'recorder' | 'now'>,
): Promise<void> => {
  const now = deps.now()
  const after = sentAgain(message, told, now)
  const { recordId, recordVersion, type, authority, timesAgain, digestAt } = after
  const entries = deps.recorder(now)('ALERT_SENT', [recordId], {
    ...present({ authority }),
    codes: {
      type: digestAt === undefined ? type : 'alert.digest',
      version: String(recordVersion),
      to,
      again: String(timesAgain),
      ...told,
    },
  })
  await deps.markAgain(message, after, { entries, unread: unreadAmong([after], now) })
  deps.onAgain(after)
}

export type TellAgainResult = { readonly kind: 'told' | 'ended' | 'not-due' }

/**
 * Publishes once more what was sent and nobody has answered: the same event with the same id, so that whoever has it drops
 * it. As the relay it publishes first and marks afterwards.
 */
export const tellAgain = async (key: MessageKey, deps: TellAgainDeps): Promise<TellAgainResult> => {
  const message = await deps.read(key)
  const now = deps.now()
  if (message?.againAt === undefined || Date.parse(message.againAt) > now.getTime())
    return { kind: 'not-due' }
  if (await isAnswered(message, deps)) {
    await deps.markAgain(message, toldEnough(message), { entries: [], unread: [] })
    return { kind: 'ended' }
  }
  const how = howTold(await deps.readDirectory(), message, londonDay(now))
  if (how.isPublished) await deps.publish(how.to, JSON.stringify(eventOf(message, deps.apiUrl)))
  await markToldAgain(message, how, deps)
  return { kind: 'told' }
}
