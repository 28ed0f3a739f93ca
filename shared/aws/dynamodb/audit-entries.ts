import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { type AuditEntry, auditEntrySchema } from '../../audit/audit-entry.ts'
import type {
  AuditFilter,
  AuditPage,
  AuditPosition,
  AuditWindow,
} from '../../casework/query-audit.ts'
import { asItem } from './item.ts'

type Where = { readonly index?: string; readonly name: string; readonly value: string }

/** The narrowest way in: by record, by actor, by authority, or by the day. */
const whereOf = (filter: AuditFilter, day: string): Where => {
  if (filter.subject !== undefined) return { name: 'pk', value: `SUBJECT#${filter.subject}` }
  if (filter.actor !== undefined) return { index: 'actor', name: 'actor', value: filter.actor }
  if (filter.authority !== undefined)
    return { index: 'authority', name: 'authority', value: filter.authority }
  return { index: 'day', name: 'day', value: day }
}

const narrowed = ['actor', 'authority', 'action'] as const

const inputOf = (table: string, filter: AuditFilter, window: AuditWindow): QueryCommandInput => {
  const { index, name, value } = whereOf(filter, window.day)
  const rest = narrowed.filter((field) => field !== name && filter[field] !== undefined)
  return {
    TableName: table,
    ...(index !== undefined && { IndexName: index }),
    KeyConditionExpression: '#by = :by AND sk BETWEEN :from AND :to',
    ...(rest.length > 0 && {
      FilterExpression: rest.map((field) => `entry.#${field} = :${field}`).join(' AND '),
    }),
    ExpressionAttributeNames: {
      '#by': name,
      ...Object.fromEntries(rest.map((field) => [`#${field}`, field])),
    },
    ExpressionAttributeValues: asItem({
      ':by': value,
      ':from': window.from,
      ':to': `${window.to}~`,
      ...Object.fromEntries(rest.map((field) => [`:${field}`, filter[field]])),
    }),
    ScanIndexForward: false,
  }
}

/** One read of at most `limit` rows, newest first; rows the filter drops make a page shorter, never the trail. */
export const readEntriesIn =
  (client: DynamoDBClient, table: string) =>
  async (
    filter: AuditFilter,
    window: AuditWindow,
    page: { readonly limit: number; readonly after?: AuditPosition },
  ): Promise<AuditPage> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        ...inputOf(table, filter, window),
        Limit: page.limit,
        ...(page.after !== undefined && { ExclusiveStartKey: asItem({ ...page.after }) }),
      }),
    )
    return {
      items: Items.map((item): AuditEntry => auditEntrySchema.parse(unmarshall(item)['entry'])),
      next: LastEvaluatedKey === undefined ? undefined : unmarshall(LastEvaluatedKey),
    }
  }
