import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { chunksOf } from '../shared/aws/dynamodb/chunks-of.ts'
import { asItem } from '../shared/aws/dynamodb/item.ts'
import type { KeyedRow } from '../shared/aws/dynamodb/store.ts'
import { sideBySide } from '../shared/kernel/side-by-side.ts'

/** What BatchWriteItem takes at most: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const mostAtOnce = 25
const callsAtOnce = 4

/** Puts rows into an empty table, many a call and without a condition: only a fresh local hub is filled so. */
export const copyRows = async (
  client: DynamoDBClient,
  table: string,
  rows: readonly KeyedRow[],
): Promise<void> => {
  const write = async (chunk: readonly KeyedRow[]): Promise<void> => {
    const puts = chunk.map((row) => ({ PutRequest: { Item: asItem(row) } }))
    const command = new BatchWriteItemCommand({ RequestItems: { [table]: puts } })
    const { UnprocessedItems = {} } = await client.send(command)
    if (Object.keys(UnprocessedItems).length > 0)
      throw new Error(`${table} took not all of ${chunk.length} rows`)
  }
  await sideBySide(chunksOf(rows, mostAtOnce), callsAtOnce, write)
}
