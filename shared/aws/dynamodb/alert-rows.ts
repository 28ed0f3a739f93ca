import type { Alert } from '../../alerts/alert.ts'
import { heldBy } from '../../alerts/answers/hand-over.ts'
import { owedOn, waitsUntil } from '../../alerts/answers/owed.ts'
import { contestedAlertOf } from '../../alerts/contested-alert.ts'
import { countedAlertOf } from '../../alerts/counted-alert.ts'
import { londonMonth } from '../../calendar/london-day.ts'
import { urgencies, urgencyOf } from '../../codes/response-times.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import { alertKind } from './alert-kinds.ts'
import { alertKey, digestKey, outboxKey } from './keys.ts'
import { messageKind } from './message-kind.ts'
import type { Key } from './store.ts'
import { waitingIn } from './waiting-place.ts'

export const waitingForAnswer = 'ANSWER'
export const waitingForRelay = 'RELAY'
export const waitingForAnswered = 'UNANSWERED'

export const waitingForDigest = 'DIGEST'

/** Partition of the inbox index: an authority's alerts that still wait for it, or those that are closed. */
export const inboxOf = (
  authority: string,
  { isOpen, ofLead }: { readonly isOpen: boolean; readonly ofLead: boolean },
): string => `${authority}#${ofLead ? 'LEADS#' : ''}${isOpen ? 'OPEN' : 'CLOSED'}`

/** Partition of the index of what is measured: what an authority was sent in a month, or asked. */
export const measuredIn = (
  authority: string,
  { month, isAsked = false }: { readonly month: string; readonly isAsked?: boolean },
): string => `${authority}#${isAsked ? 'QUESTIONS#' : ''}${month}`

/** The alert as a row: in its authority's inbox by urgency and due time, and waiting for as long as anything is owed. */
export const alertRow = (alert: Alert) => {
  const urgency = urgencyOf(alert.harm)
  const waitingUntil = waitsUntil(alert)
  return {
    ...alertKey(alert.alertId),
    alertId: alert.alertId,
    authority: alert.authority,
    version: alert.version,
    state: alert.state,
    kind: alert.kind,
    harm: alert.harm,
    priority: alert.priority,
    raisedAt: alert.raisedAt,
    dueAt: alert.dueAt,
    urgency,
    heldBy: heldBy(alert),
    inbox: inboxOf(alert.authority, {
      isOpen: owedOn(alert) !== undefined,
      ofLead: alert.isLeadsOnly,
    }),
    inboxOrder: `${urgencies.indexOf(urgency)}#${alert.dueAt}#${alert.alertId}`,
    ...(!alert.isLeadsOnly && {
      measured: measuredIn(alert.authority, { month: londonMonth(new Date(alert.raisedAt)) }),
      counted: countedAlertOf(alert),
    }),
    agencyName: alert.agencyName,
    // In the list of what waits it says that the partnership is asked, as a question does.
    ...(contestedAlertOf(alert) !== undefined && { asked: 'partnership-lead' as const }),
    ...(waitingUntil !== undefined && {
      waitingFor: waitingIn(waitingForAnswer, alert.alertId, urgency),
      waitingUntil,
    }),
    alert,
  }
}

export const alertOf = (row: Readonly<Record<string, unknown>>): Alert => alertKind.read(row).alert

/** Whether it leaves with others of its authority, in the day's digest. */
const isOfDigest = (message: OutboxMessage): boolean =>
  message.digestAt !== undefined && message.authority !== undefined

const keyOf = (message: OutboxMessage): Key =>
  message.digestAt === undefined || message.authority === undefined
    ? outboxKey(message)
    : digestKey(message.authority, message.recordId, message.recordVersion)

/** Until when it waits to be sent, or to be sent again; undefined: it is told no more. */
export const messageWaitsUntil = ({ status, createdAt, digestAt, againAt }: OutboxMessage) =>
  status === 'PENDING' ? (digestAt ?? createdAt) : againAt

const waitOf = (message: OutboxMessage) => {
  const waitingUntil = messageWaitsUntil(message)
  if (waitingUntil === undefined) return {}
  const { status, recordId, urgency } = message
  const kind = status === 'PENDING' ? waitingForRelay : waitingForAnswered
  const waitingFor = isOfDigest(message) ? waitingForDigest : waitingIn(kind, recordId, urgency)
  return { waitingFor, waitingUntil }
}

/** The message as a row: pending ones wait to be relayed at once, or for the day's digest; sent ones to be answered. */
export const outboxRow = (message: OutboxMessage) => ({
  ...keyOf(message),
  status: message.status,
  message,
  ...waitOf(message),
})

export const messageOfRow = (row: Readonly<Record<string, unknown>>): OutboxMessage =>
  messageKind.read(row).message
