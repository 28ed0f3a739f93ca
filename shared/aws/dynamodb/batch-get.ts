import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { HubError } from '../../kernel/hub-error.ts'
import { unlessBusy } from '../busy.ts'
import { asRow } from './as-row.ts'
import { asItem } from './item.ts'
import type { Key, Row } from './store.ts'

type Requests = Readonly<Record<string, readonly Key[]>>
type Keys = Record<string, { Keys: Record<string, AttributeValue>[]; ConsistentRead: boolean }>
const mostKeys = 100
const attempts = 5

/** Splits keys of several tables into requests of at most a hundred, the limit of one call. */
const chunksOf = (requests: Requests): Keys[] => {
  const all = Object.entries(requests).flatMap(([table, keys]) =>
    keys.map((key) => ({ table, key: asItem(key) })),
  )
  const chunks = Array.from({ length: Math.ceil(all.length / mostKeys) }, (_, at) =>
    all.slice(at * mostKeys, (at + 1) * mostKeys),
  )
  return chunks.map((chunk) => {
    const byTable = Map.groupBy(chunk, ({ table }) => table)
    return Object.fromEntries(
      [...byTable].map(([table, rows]) => [
        table,
        { Keys: rows.map(({ key }) => key), ConsistentRead: true },
      ]),
    )
  })
}

const fetchAll = async (client: DynamoDBClient, first: Keys): Promise<Row[]> => {
  const found: Row[] = []
  let rest: Keys | undefined = first
  for (let attempt = 0; attempt < attempts && rest !== undefined; attempt += 1) {
    const answer: BatchGetItemCommandOutput = await unlessBusy(
      client.send(new BatchGetItemCommand({ RequestItems: rest })),
    )
    const { Responses = {}, UnprocessedKeys = {} } = answer
    found.push(...Object.values(Responses).flatMap((items) => items.map((item) => asRow(item))))
    rest = Object.keys(UnprocessedKeys).length === 0 ? undefined : (UnprocessedKeys as Keys)
  }
  if (rest !== undefined)
    throw new HubError('store-busy', 'the tables did not give all that was asked')
  return found
}

/**
 * Rows by key, of one or more tables, in one round trip. What DynamoDB leaves unprocessed is asked for again: a row is
 * never taken for absent because the table was busy. @throws HubError store-busy
 */
export const batchGet = async (client: DynamoDBClient, requests: Requests): Promise<Row[]> =>
  (await Promise.all(chunksOf(requests).map((chunk) => fetchAll(client, chunk)))).flat()
