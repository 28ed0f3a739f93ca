import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  type Put,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'

/** A value as DynamoDB holds it. Fields that are undefined are left out, at any depth. */
export const asItem = (value: Record<string, unknown>): Record<string, AttributeValue> =>
  marshall(value, { removeUndefinedValues: true })

export type Key = { readonly pk: string; readonly sk: string }

/** Puts what must not be there yet. A refusal returns what is there. */
export const putNew = (table: string, item: Key & Record<string, unknown>): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: asItem(item),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
})

/** Puts whether or not it is there already. */
export const put = (table: string, item: Key & Record<string, unknown>): TransactWriteItem => ({
  Put: { TableName: table, Item: asItem(item) },
})

/** Refuses the transaction when the row has moved from this version; version 0 is a row that is not there. */
export const unmoved = (table: string, key: Key, version: number): TransactWriteItem => ({
  ConditionCheck: {
    TableName: table,
    Key: asItem(key),
    ...(version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: asItem({ ':version': version }),
        }),
  },
})

/** Replaces the version before `item.version`; version 1 must be new. States so move forward one write at a time. */
export const putVersion = (
  table: string,
  item: Key & { readonly version: number } & Record<string, unknown>,
): TransactWriteItem => {
  if (item.version === 1) return putNew(table, item)
  const put: Put = {
    TableName: table,
    Item: asItem(item),
    ConditionExpression: '#version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: asItem({ ':before': item.version - 1 }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }
  return { Put: put }
}

/** One item by its key, read consistently. */
export const getItem = async (
  client: DynamoDBClient,
  table: string,
  key: Key,
): Promise<Record<string, unknown> | undefined> => {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: asItem(key), ConsistentRead: true }),
  )
  return Item === undefined ? undefined : unmarshall(Item)
}
