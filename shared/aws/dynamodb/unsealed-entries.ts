import { BatchGetItemCommand, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { UnsealedEntry } from '../../audit/log-head.ts'
import { sealableEntrySchema } from '../../audit/sealed-leaf.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { unsealedShards } from './audit-rows.ts'
import { asItem, type Key } from './item.ts'

/** 8 shards of 12 entries, the head and the batch are 98 of the 100 actions that one transaction may have. */
const perShard = 12

const keySchema = z.object({ pk: z.string(), sk: z.string() })
const rowSchema = keySchema.extend({
  entry: sealableEntrySchema,
  unsealed: z.string().optional(),
})

/** Up to 96 entries that wait, the oldest of each shard. */
export const readUnsealedIn =
  (client: DynamoDBClient, table: string): SealLogDeps['readUnsealed'] =>
  async () => {
    const shards = Array.from({ length: unsealedShards }, (_, shard) => `UNSEALED#${shard}`)
    const read = shardReader(client, table)
    return (await Promise.all(shards.map(read))).flat()
  }

/**
 * The index may still list what was sealed a moment ago, so the rows are read from the table, and a page that turns out
 * to be all sealed is followed by the next.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
 */
const shardReader =
  (client: DynamoDBClient, table: string) =>
  async (shard: string): Promise<readonly UnsealedEntry[]> => {
    let after: Key | undefined
    do {
      const { Items, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'unsealed',
          KeyConditionExpression: 'unsealed = :shard',
          ExpressionAttributeValues: asItem({ ':shard': shard }),
          Limit: perShard,
          ...(after !== undefined && { ExclusiveStartKey: asItem({ ...after, unsealed: shard }) }),
        }),
      )
      const keys = (Items ?? []).map((item) => keySchema.parse(unmarshall(item)))
      const waiting = await stillUnsealed(client, table, keys)
      if (waiting.length > 0) return waiting
      after = LastEvaluatedKey && keySchema.parse(unmarshall(LastEvaluatedKey))
    } while (after !== undefined)
    return []
  }

const stillUnsealed = async (
  client: DynamoDBClient,
  table: string,
  keys: readonly Key[],
): Promise<readonly UnsealedEntry[]> => {
  if (keys.length === 0) return []
  const { Responses, UnprocessedKeys } = await client.send(
    new BatchGetItemCommand({
      RequestItems: { [table]: { Keys: keys.map(asItem), ConsistentRead: true } },
    }),
  )
  if (UnprocessedKeys?.[table] !== undefined)
    throw new HubError('store-busy', 'not all entries that wait to be sealed could be read')
  return (Responses?.[table] ?? [])
    .map((item) => rowSchema.parse(unmarshall(item)))
    .filter(({ unsealed }) => unsealed !== undefined)
    .map(({ pk, sk, entry }) => ({ pk, sk, entry }))
}
