import { isAuthority } from '../agencies/holder.ts'
import {
  escalationsOfAgency,
  escalationsOfHolder,
  escalationsOfPartnership,
  type QueueName,
  toldAt,
} from '../agencies/queues.ts'
import { nextDigest } from '../calendar/working-days.ts'
import type { ChallengeLevel } from '../codes/challenge-levels.ts'
import type { Chased } from '../codes/chase-steps.ts'
import { urgencyOf } from '../codes/response-times.ts'
import { present } from '../kernel/present.ts'
import type { MessageType, OutboxMessage } from '../outbox/outbox-message.ts'
import type { Alert, Reminder } from './alert.ts'
import { owedOn } from './answers/owed.ts'

type Told = Partial<Pick<OutboxMessage, 'to' | 'tells' | 'level' | 'reminder'>>

/** Where an alert is told of: its authority's inbox, or its lead's queue, where it is the lead's alone. */
const homeOf = ({ authority, isLeadsOnly }: Alert): QueueName => toldAt(authority, isLeadsOnly)

/** The message that tells of an alert as it now stands: where its holder is told, if nobody else is named. */
export const messageOf = (
  alert: Alert,
  type: MessageType,
  { now, ...told }: Told & { readonly now: Date },
): OutboxMessage => ({
  recordId: alert.alertId,
  recordVersion: alert.version,
  ...(isAuthority(alert.authority) && { authority: alert.authority }),
  to: homeOf(alert),
  type,
  urgency: urgencyOf(alert.harm),
  kind: alert.kind,
  concernId: alert.concernId,
  ...(alert.moved === undefined && owedOn(alert) === undefined && { isOfClosed: true as const }),
  ...present(told),
  status: 'PENDING',
  createdAt: now.toISOString(),
})

/**
 * How a new alert is told: for early help with others once a day, so that what is urgent is not one of many (F12); all
 * else, and whatever is due before the day's digest leaves, at once.
 */
export const raisedMessage = (alert: Alert, now: Date): OutboxMessage => {
  const digestAt = nextDigest(now).toISOString()
  const mayWait = alert.kind === 'early-help' && !alert.isLeadsOnly && alert.dueAt > digestAt
  return { ...messageOf(alert, 'alert.raised', { now }), ...(mayWait && { digestAt }) }
}

/** The sender's lead is told of its own concern, and of nothing else. */
const unansweredMessage = (alert: Alert, agency: string, now: Date): OutboxMessage => {
  const { kind: _kind, ...message } = messageOf(alert, 'concern.unanswered', { now })
  return {
    ...message,
    to: escalationsOfAgency(agency),
    tells: 'sender-lead',
  }
}

/** The agency that sent a concern, and whether its lead has a queue here. */
export type SenderToTell = { readonly agency: string; readonly hasLead: boolean }

const queueOf = (alert: Alert, tells: Exclude<Chased, 'sender-lead'>): QueueName => {
  switch (tells) {
    case 'inbox':
      return homeOf(alert)
    case 'manager':
    case 'authority-lead':
      return escalationsOfHolder(alert.authority)
    case 'partnership-lead':
      return escalationsOfPartnership
  }
}

/**
 * One message for each who is told that an alert is overdue. `sender`: the agency, where its lead may be told; an
 * agency without a queue here is the partnership lead's to tell, so that the step is not silent.
 */
export const overdueMessages = (
  alert: Alert,
  tells: readonly Chased[],
  { sender, now }: { readonly sender: SenderToTell | undefined; readonly now: Date },
): OutboxMessage[] =>
  tells.flatMap((told) => {
    if (told !== 'sender-lead')
      return messageOf(alert, 'alert.overdue', { now, to: queueOf(alert, told), tells: told })
    if (sender === undefined) return []
    return sender.hasLead
      ? unansweredMessage(alert, sender.agency, now)
      : messageOf(alert, 'alert.overdue', { now, to: escalationsOfPartnership, tells: told })
  })

/** A contested answer goes to the inbox, and to the queue of whoever decides it again. */
export const challengedMessages = (
  alert: Alert,
  level: ChallengeLevel,
  now: Date,
): OutboxMessage[] => {
  const decides =
    level === 'partnership' ? escalationsOfPartnership : escalationsOfHolder(alert.authority)
  const queues = new Set<QueueName>([homeOf(alert), decides])
  return [...queues].map((to) => messageOf(alert, 'alert.challenged', { now, to, level }))
}

export const reminderMessage = (
  alert: Alert,
  reminder: Reminder['kind'],
  now: Date,
): OutboxMessage => messageOf(alert, 'alert.reminder', { now, reminder })
