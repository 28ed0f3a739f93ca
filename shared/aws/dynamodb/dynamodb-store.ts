import {
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb'
import { unlessBusy } from '../busy.ts'
import { asRow } from './as-row.ts'
import { batchGet } from './batch-get.ts'
import { type Placeholders, placeholders } from './expressions.ts'
import { asItem } from './item.ts'
import type { Key, Query, Range, Row, Store } from './store.ts'
import { transact } from './transact.ts'
import { updateRow } from './update-row.ts'

const rangeOf = (range: Range, { name, value }: Placeholders): string => {
  switch (range.kind) {
    case 'begins':
      return `begins_with(${name(range.field)}, ${value(range.with)})`
    case 'between':
      return `${name(range.field)} BETWEEN ${value(range.from)} AND ${value(range.to)}`
    case 'before':
      return `${name(range.field)} < ${value(range.end)}`
  }
}

const filterOf = ({ within, equals }: NonNullable<Query['filter']>, held: Placeholders): string =>
  Object.entries(equals)
    .map(([field, value]) => `${held.name(within)}.${held.name(field)} = ${held.value(value)}`)
    .join(' AND ')

const expressionsOf = (query: Query) => {
  const held = placeholders()
  const { partition, range, filter } = query
  const inPartition = `${held.name(partition.field)} = ${held.value(partition.value)}`
  return {
    KeyConditionExpression:
      range === undefined ? inPartition : `${inPartition} AND ${rangeOf(range, held)}`,
    ...(filter !== undefined && { FilterExpression: filterOf(filter, held) }),
    ...held.used(),
  }
}

/** A query as DynamoDB takes it. */
export const queryInputOf = (query: Query): QueryCommandInput => ({
  TableName: query.table,
  ...(query.index !== undefined && { IndexName: query.index }),
  ...expressionsOf(query),
  ...(query.descending === true && { ScanIndexForward: false }),
  ...(query.consistent === true && { ConsistentRead: true }),
  ...(query.limit !== undefined && { Limit: query.limit }),
  ...(query.after !== undefined && { ExclusiveStartKey: asItem({ ...query.after }) }),
})

const getItem = async (
  client: DynamoDBClient,
  table: string,
  key: Key,
): Promise<Row | undefined> => {
  const { Item } = await unlessBusy(
    client.send(new GetItemCommand({ TableName: table, Key: asItem(key), ConsistentRead: true })),
  )
  return Item === undefined ? undefined : asRow(Item)
}

/** The tables as DynamoDB keeps them. */
export const dynamodbStore = (client: DynamoDBClient): Store => ({
  get: (table, key) => getItem(client, table, key),
  batch: (keys) => batchGet(client, keys),
  query: async (query) => {
    const { Items = [], LastEvaluatedKey } = await unlessBusy(
      client.send(new QueryCommand(queryInputOf(query))),
    )
    return {
      rows: Items.map((item) => asRow(item)),
      next: LastEvaluatedKey === undefined ? undefined : asRow(LastEvaluatedKey),
    }
  },
  update: (table, change) => updateRow(client, table, change),
  transact: (actions) => transact(client, actions),
})
