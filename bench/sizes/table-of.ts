import { setImmediate } from 'node:timers/promises'
import {
  type BatchGetItemCommandInput,
  DynamoDBClient,
  type KeysAndAttributes,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import { adultKey, indexKey } from '../../shared/aws/dynamodb/keys.ts'
import type { StoredAdult } from '../../shared/register/stored.ts'

/** What the tables hold of one query: the ids under each hashed key, in order, and the adults worth fetching. */
export type Rows = {
  readonly entries: Readonly<Record<string, readonly string[]>>
  readonly adults: readonly StoredAdult[]
}

const indexEntries = ({ entries }: Rows, input: QueryCommandInput) => {
  const hash = (input.ExpressionAttributeValues?.[':pk']?.S ?? '').slice('BK#'.length)
  const ids = (entries[hash] ?? []).slice(0, input.Limit)
  const items = ids.map((adultId) =>
    asItem({ ...indexKey(hash, adultId), entry: { adultId, childIds: [] } }),
  )
  const last = items.length === input.Limit ? items.at(-1) : undefined
  return { Items: items, ...(last !== undefined && { LastEvaluatedKey: last }) }
}

const records = ({ adults }: Rows, { RequestItems = {} }: BatchGetItemCommandInput) => {
  const rows = new Map(adults.map((adult) => [adultKey(adult.adultId).pk, adult]))
  const itemsOf = ({ Keys = [] }: KeysAndAttributes) =>
    Keys.flatMap(({ pk }) => {
      const adult = rows.get(pk?.S ?? '')
      return adult === undefined ? [] : [asItem({ ...adultKey(adult.adultId), version: 1, adult })]
    })
  const found = Object.entries(RequestItems).map(([table, keys]) => [table, itemsOf(keys)] as const)
  return { Responses: Object.fromEntries(found), UnprocessedKeys: {} }
}

/** A client that answers from memory as the tables would. Calls that are open together are one round trip. */
export const tableOf = (
  rows: Rows,
): { readonly client: DynamoDBClient; readonly roundTrips: () => number } => {
  const client = new DynamoDBClient({ region: 'eu-west-2' })
  let open = 0
  let roundTrips = 0
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        if (open === 0) roundTrips += 1
        open += 1
        await setImmediate()
        open -= 1
        const answer =
          'KeyConditionExpression' in input
            ? indexEntries(rows, input as QueryCommandInput)
            : records(rows, input as BatchGetItemCommandInput)
        return { response: undefined, output: { $metadata: {}, ...answer } }
      },
    { step: 'initialize', name: 'from-memory' },
  )
  return { client, roundTrips: () => roundTrips }
}
