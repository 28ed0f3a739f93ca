import type { MeasureHubDeps } from '../../casework/measure-hub.ts'
import type { RelayMessageDeps } from '../../casework/relay-message.ts'
import type { SendDigestDeps } from '../../casework/send-digest.ts'
import type { SendTestAlertDeps } from '../../casework/send-test-alert.ts'
import type { TellAgainDeps } from '../../casework/tell-again.ts'
import { joinAlso } from '../../logging/joined.ts'
import { idsOfMessage, type OutboxMessage } from '../../outbox/outbox-message.ts'
import { putNew } from './actions.ts'
import { openedAlertKind } from './alert-kinds.ts'
import { messageOfRow, messageWaitsUntil, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { digestKey, openedKey, outboxKey } from './keys.ts'
import { ifReadable } from './rows/if-readable.ts'
import type { Action, Store } from './store.ts'
import { unreadRows } from './unread-alerts.ts'

export const readMessageIn =
  (store: Store, casework: string): RelayMessageDeps['read'] =>
  async (key) => {
    const row = await store.get(casework, outboxKey(key))
    if (row === undefined) return undefined
    const message = messageOfRow(row)
    joinAlso(idsOfMessage(message))
    return message
  }

type Tables = { readonly casework: string; readonly auditEntries: string }

/** Puts a message that no alert goes with; false when it is there already. */
export const putMessageIn =
  (store: Store, tables: Tables): SendTestAlertDeps['putMessage'] =>
  async (message, entries) =>
    (await store.transact([
      putNew(tables.casework, outboxRow(message)),
      ...auditRows(tables.auditEntries, entries),
    ])) === 'committed'

/** Puts each of these that is not there already, with no entry of its own: nobody did anything, and that it is sent leaves one. */
export const putMessagesIn =
  (store: Store, casework: string): MeasureHubDeps['tell'] =>
  async (messages) => {
    for (const message of messages) await store.transact([putNew(casework, outboxRow(message))])
  }

/** A message as it is from now on, where nobody has changed it since it waited until then. */
const changed = (casework: string, before: OutboxMessage, after: OutboxMessage): Action => {
  const { pk, sk, ...row } = outboxRow(after)
  const waits = 'waitingFor' in row
  return {
    kind: 'update',
    table: casework,
    key: { pk, sk },
    set: row,
    ...(!waits && { remove: ['waitingFor', 'waitingUntil'] }),
    condition:
      before.status === 'PENDING'
        ? { kind: 'equals', field: 'status', value: 'PENDING' }
        : { kind: 'equals', field: 'waitingUntil', value: String(before.againAt) },
  }
}

/** A pending message becomes sent, and waits to be answered or no more. */
const sentUpdate = (casework: string, message: OutboxMessage): Action =>
  changed(casework, { ...message, status: 'PENDING' }, message)

/** Marks a pending message sent. That somebody else has done so already is what it wanted. */
export const markSentIn =
  (store: Store, tables: Tables): RelayMessageDeps['markSent'] =>
  async (message, entries, unread) => {
    await store.transact([
      sentUpdate(tables.casework, message),
      ...unreadRows(tables.casework, unread),
      ...auditRows(tables.auditEntries, entries),
    ])
  }

/** Keeps when a sent message is sent again. That somebody else has done so already is what it wanted. */
export const markAgainIn =
  (store: Store, tables: Tables): TellAgainDeps['markAgain'] =>
  async (before, after, { entries, unread }) => {
    await store.transact([
      changed(tables.casework, before, after),
      ...unreadRows(tables.casework, unread),
      ...auditRows(tables.auditEntries, entries),
    ])
  }

/** The version of an alert that a person opened last. */
export const readSeenIn =
  (store: Store, casework: string): TellAgainDeps['readSeen'] =>
  async (alertId) => {
    const row = await store.get(casework, openedKey(alertId))
    return row && openedAlertKind.read(row).seen
  }

/** The messages of a digest that are still pending, or to be told again, read consistently: the index may list what has just been sent. */
export const readPendingIn =
  (store: Store, casework: string): SendDigestDeps['readPending'] =>
  async ({ authority, alerts }) => {
    const keys = alerts.map(({ recordId, recordVersion }) =>
      digestKey(authority, recordId, recordVersion),
    )
    const rows = await store.batch({ [casework]: keys })
    const read = rows.map((row) => ({ row, message: ifReadable(() => messageOfRow(row)) }))
    const unread = new Set(read.flatMap(({ row, message }) => (message ? [] : [row['pk']])))
    return {
      messages: read
        .flatMap(({ message }) =>
          message && messageWaitsUntil(message) !== undefined ? [message] : [],
        )
        .toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1)),
      unreadable: alerts.filter((_, at) => unread.has(keys[at]?.pk)),
    }
  }

/** Marks the messages of one digest sent, all or none. */
export const markDigestSentIn =
  (store: Store, tables: Tables): SendDigestDeps['markSent'] =>
  async (messages, entries, unread) => {
    await store.transact([
      ...messages.map((message) => sentUpdate(tables.casework, message)),
      ...unreadRows(tables.casework, unread),
      ...auditRows(tables.auditEntries, entries),
    ])
  }
