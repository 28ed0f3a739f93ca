import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { asItem } from './item.ts'
import type { QueryPage, Row } from './store.ts'

/**
 * One page of a whole table, in no order, read consistently. Whatever stood there when the first page was read, and still
 * does, is on one of them. For the one function that passes over whole tables, and so apart from what every store has.
 */
export type Scan = (
  table: string,
  page: { readonly limit: number; readonly after?: Row | undefined },
) => Promise<QueryPage>

export const dynamodbScan =
  (client: DynamoDBClient): Scan =>
  async (table, { limit, after }) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: table,
        Limit: limit,
        ConsistentRead: true,
        ...(after !== undefined && { ExclusiveStartKey: asItem({ ...after }) }),
      }),
    )
    return {
      rows: Items.map((item) => unmarshall(item)),
      next: LastEvaluatedKey === undefined ? undefined : unmarshall(LastEvaluatedKey),
    }
  }
