import { type Alert, alertSchema } from '../../alerts/alert.ts'
import { type OutboxMessage, outboxMessageSchema } from '../../outbox/outbox-message.ts'
import { alertKey, outboxKey } from './keys.ts'

export const waitingForAnswer = 'ANSWER'
export const waitingForRelay = 'RELAY'

/** Partition of the inbox index: an authority's alerts that still wait for it, or those that are closed. */
export const inboxOf = (authority: string, isOpen: boolean): string =>
  `${authority}#${isOpen ? 'OPEN' : 'CLOSED'}`

const mostChases = 3

/** The alert as a row: in its authority's inbox by due time, and waiting for an answer until everybody has been told. */
export const alertRow = (alert: Alert) => {
  const isOpen = alert.state !== 'FED_BACK'
  return {
    ...alertKey(alert.alertId),
    alertId: alert.alertId,
    authority: alert.authority,
    version: alert.version,
    state: alert.state,
    kind: alert.kind,
    harmLevel: alert.harmLevel,
    priority: alert.priority,
    raisedAt: alert.raisedAt,
    dueAt: alert.dueAt,
    inbox: inboxOf(alert.authority, isOpen),
    inboxOrder: `${alert.dueAt}#${alert.alertId}`,
    ...(isOpen &&
      alert.chases < mostChases && { waitingFor: waitingForAnswer, waitingUntil: alert.dueAt }),
    alert,
  }
}
export const alertOf = (row: Readonly<Record<string, unknown>>): Alert =>
  alertSchema.parse(row['alert'])

/** The message as a row: pending ones wait to be relayed, at once. */
export const outboxRow = (message: OutboxMessage) => ({
  ...outboxKey(message.alertId, message.alertVersion),
  status: message.status,
  message,
  ...(message.status === 'PENDING' && {
    waitingFor: waitingForRelay,
    waitingUntil: message.createdAt,
  }),
})
export const messageOfRow = (row: Readonly<Record<string, unknown>>): OutboxMessage =>
  outboxMessageSchema.parse(row['message'])
