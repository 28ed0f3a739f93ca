import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { unlessBusy } from '../busy.ts'
import { asRow } from './as-row.ts'
import { asItem } from './item.ts'
import type { QueryPage, Row } from './store.ts'

/**
 * One page of a whole table, in no order, read consistently. Whatever stood there when the first page was read, and still
 * does, is on one of them. For the functions that pass over whole tables, and so apart from what every store has.
 */
export type Scan = (
  table: string,
  page: {
    readonly limit: number
    readonly after?: Row | undefined
    /** One of so many parts of the table, which together are all of it. */
    readonly part?: { readonly number: number; readonly of: number }
  },
) => Promise<QueryPage>

export const dynamodbScan =
  (client: DynamoDBClient): Scan =>
  async (table, { limit, after, part }) => {
    const { Items = [], LastEvaluatedKey } = await unlessBusy(
      client.send(
        new ScanCommand({
          TableName: table,
          Limit: limit,
          ConsistentRead: true,
          ...(part !== undefined && { Segment: part.number, TotalSegments: part.of }),
          ...(after !== undefined && { ExclusiveStartKey: asItem({ ...after }) }),
        }),
      ),
    )
    return {
      rows: Items.map((item) => asRow(item)),
      next: LastEvaluatedKey === undefined ? undefined : asRow(LastEvaluatedKey),
    }
  }

/** Rows of one page: of the smallest some hundred kilobytes, of the largest a megabyte ends it before. */
const rowsOfPage = 1000

/** Every page of a part of a table. */
export async function* pagesOf(
  scan: Scan,
  table: string,
  part: NonNullable<Parameters<Scan>[1]['part']>,
): AsyncGenerator<readonly Row[]> {
  let after: Row | undefined
  do {
    const page = await scan(table, { limit: rowsOfPage, after, part })
    yield page.rows
    after = page.next
  } while (after !== undefined)
}
