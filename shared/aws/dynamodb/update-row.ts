import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { unlessBusy } from '../busy.ts'
import { asRow } from './as-row.ts'
import { placeholders } from './expressions.ts'
import { asItem } from './item.ts'
import type { Change, Row } from './store.ts'
import { updateOf } from './write-item.ts'

/**
 * One row changed by itself, as it then stands.
 * @throws HubError store-busy when the table would not take it; nothing is then stored
 */
export const updateRow = async (
  client: DynamoDBClient,
  table: string,
  change: Change,
): Promise<Row> => {
  const held = placeholders()
  const UpdateExpression = updateOf(change, held)
  const { Attributes = {} } = await unlessBusy(
    client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: asItem(change.key),
        UpdateExpression,
        ReturnValues: 'ALL_NEW',
        ...held.used(),
      }),
    ),
  )
  return asRow(Attributes)
}
