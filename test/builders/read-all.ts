import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'

/** Every row of a table, which only a test may read. */
export const readAll = async (
  table: string,
  client = new DynamoDBClient({}),
): Promise<Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = []
  const pages = paginateScan({ client }, { TableName: table, ConsistentRead: true })
  for await (const { Items = [] } of pages) rows.push(...Items.map((item) => unmarshall(item)))
  return rows
}
