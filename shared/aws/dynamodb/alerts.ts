import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { type Alert, alertSchema } from '../../alerts/alert.ts'
import type { AuditEntry } from '../../audit/audit-entry.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { AlertId } from '../../kernel/ids.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import { alertOf, alertRow, inboxOf, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { concernRow } from './concern-rows.ts'
import { asItem, getItem, putNew, putVersion } from './item.ts'
import { alertKey } from './keys.ts'
import { transact } from './transact.ts'

type Tables = { readonly casework: string; readonly audit: string }

export const readAlertIn =
  (client: DynamoDBClient, casework: string) =>
  async (alertId: AlertId): Promise<Alert | undefined> => {
    const row = await getItem(client, casework, alertKey(alertId))
    return row === undefined ? undefined : alertOf(row)
  }

/** What one answer or chase changes: the alert, and the concern's feedback or the message that goes with it. */
export type AlertCommit = {
  readonly alert: Alert
  readonly concerns?: readonly StoredConcern[]
  readonly message?: OutboxMessage
  readonly entries: readonly AuditEntry[]
}

/** All of it, if neither the alert nor the concern has moved since it was read. */
export const commitAlertIn =
  (client: DynamoDBClient, tables: Tables) =>
  async ({
    alert,
    concerns = [],
    message,
    entries,
  }: AlertCommit): Promise<'committed' | 'changed'> => {
    const result = await transact(client, [
      putVersion(tables.casework, alertRow(alert)),
      ...concerns.map((concern) => putVersion(tables.casework, concernRow(concern))),
      ...(message === undefined ? [] : [putNew(tables.casework, outboxRow(message))]),
      ...auditRows(tables.audit, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }

const listedSchema = alertSchema.pick({
  alertId: true,
  state: true,
  version: true,
  kind: true,
  harmLevel: true,
  raisedAt: true,
  dueAt: true,
})
export type ListedAlert = z.infer<typeof listedSchema>

export type Page<Item> = {
  readonly items: readonly Item[]
  readonly next: Readonly<Record<string, unknown>> | undefined
}

/** One page of an authority's inbox, from the index, those due first at the top; `after` is a former page's `next`. */
export const listAlertsIn =
  (client: DynamoDBClient, casework: string) =>
  async (
    inbox: { readonly authority: string; readonly isOpen: boolean },
    page: { readonly limit: number; readonly after: Readonly<Record<string, unknown>> | undefined },
  ): Promise<Page<ListedAlert>> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: casework,
        IndexName: 'inbox',
        KeyConditionExpression: 'inbox = :inbox',
        ExpressionAttributeValues: asItem({ ':inbox': inboxOf(inbox.authority, inbox.isOpen) }),
        Limit: page.limit,
        ...(page.after !== undefined && { ExclusiveStartKey: asItem({ ...page.after }) }),
      }),
    )
    return {
      items: Items.map((item) => z.object(listedSchema.shape).parse(unmarshall(item))),
      next: LastEvaluatedKey === undefined ? undefined : unmarshall(LastEvaluatedKey),
    }
  }
