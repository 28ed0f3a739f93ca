import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { RelayMessageDeps } from '../../outbox/relay-message.ts'
import { messageOfRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { asItem, getItem } from './item.ts'
import { outboxKey } from './keys.ts'
import { transact } from './transact.ts'

export const readMessageIn =
  (client: DynamoDBClient, casework: string): RelayMessageDeps['read'] =>
  async (alertId, alertVersion) => {
    const row = await getItem(client, casework, outboxKey(alertId, alertVersion))
    return row === undefined ? undefined : messageOfRow(row)
  }

/** Marks a pending message sent. That somebody else has done so already is what it wanted. */
export const markSentIn =
  (
    client: DynamoDBClient,
    tables: { readonly casework: string; readonly audit: string },
  ): RelayMessageDeps['markSent'] =>
  async (message, entries) => {
    const { pk, sk, ...row } = outboxRow(message)
    await transact(client, [
      {
        Update: {
          TableName: tables.casework,
          Key: asItem({ pk, sk }),
          UpdateExpression:
            'SET #status = :sent, message = :message REMOVE waitingFor, waitingUntil',
          ConditionExpression: '#status = :pending',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: asItem({
            ':sent': row.status,
            ':message': row.message,
            ':pending': 'PENDING',
          }),
        },
      },
      ...auditRows(tables.audit, entries),
    ])
  }
