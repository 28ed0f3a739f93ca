import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { RelayMessageDeps } from '../../casework/relay-message.ts'
import type { SendDigestDeps } from '../../casework/send-digest.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import { messageOfRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { batchGet } from './batch-get.ts'
import { asItem, getItem } from './item.ts'
import { digestKey, outboxKey } from './keys.ts'
import { transact } from './transact.ts'

export const readMessageIn =
  (client: DynamoDBClient, casework: string): RelayMessageDeps['read'] =>
  async (alertId, alertVersion) => {
    const row = await getItem(client, casework, outboxKey(alertId, alertVersion))
    return row === undefined ? undefined : messageOfRow(row)
  }

type Tables = { readonly casework: string; readonly audit: string }

/** A pending message becomes sent, and waits no more. */
const sentUpdate = (casework: string, message: OutboxMessage): TransactWriteItem => {
  const { pk, sk, ...row } = outboxRow(message)
  return {
    Update: {
      TableName: casework,
      Key: asItem({ pk, sk }),
      UpdateExpression: 'SET #status = :sent, message = :message REMOVE waitingFor, waitingUntil',
      ConditionExpression: '#status = :pending',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: asItem({
        ':sent': row.status,
        ':message': row.message,
        ':pending': 'PENDING',
      }),
    },
  }
}

/** Marks a pending message sent. That somebody else has done so already is what it wanted. */
export const markSentIn =
  (client: DynamoDBClient, tables: Tables): RelayMessageDeps['markSent'] =>
  async (message, entries) => {
    await transact(client, [
      sentUpdate(tables.casework, message),
      ...auditRows(tables.audit, entries),
    ])
  }

/** The messages of a digest that are still pending, read consistently: the index may list what has just been sent. */
export const readPendingIn =
  (client: DynamoDBClient, casework: string): SendDigestDeps['readPending'] =>
  async ({ authority, alerts }) => {
    const keys = alerts.map(({ alertId, alertVersion }) =>
      digestKey(authority, alertId, alertVersion),
    )
    const rows = await batchGet(client, { [casework]: keys })
    return rows
      .map(messageOfRow)
      .filter(({ status }) => status === 'PENDING')
      .toSorted((a, b) => (a.alertId < b.alertId ? -1 : 1))
  }

/** Marks the messages of one digest sent, all or none. */
export const markDigestSentIn =
  (client: DynamoDBClient, tables: Tables): SendDigestDeps['markSent'] =>
  async (messages, entries) => {
    await transact(client, [
      ...messages.map((message) => sentUpdate(tables.casework, message)),
      ...auditRows(tables.audit, entries),
    ])
  }
