import type { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Random } from '../../../local/people/random.ts'
import { asRow } from '../../../shared/aws/dynamodb/as-row.ts'
import { batchGet } from '../../../shared/aws/dynamodb/batch-get.ts'
import { asItem } from '../../../shared/aws/dynamodb/item.ts'
import type { Key, Row, Store } from '../../../shared/aws/dynamodb/store.ts'

const keyOf = ({ pk, sk }: Row): Key => ({ pk: String(pk), sk: String(sk) })

/** DynamoDB’s answer to one call: of most keys their rows, and some of the keys again. */
const answer = async (store: Store, { input }: BatchGetItemCommand, random: Random) => {
  const asked = Object.entries(input.RequestItems ?? {}).map(([table, { Keys = [] }]) => {
    const left = Keys.map(() => random.chance(0.4))
    return {
      table,
      left: Keys.filter((_, at) => left[at]),
      done: Keys.filter((_, at) => !left[at]),
    }
  })
  const found = asked.map(async ({ table, done }): Promise<[string, object[]]> => {
    const rows = await store.batch({ [table]: done.map((key) => keyOf(asRow(key))) })
    return [table, rows.map((row) => asItem(row))]
  })
  const rest = asked.filter(({ left }) => left.length > 0)
  return {
    Responses: Object.fromEntries(await Promise.all(found)),
    UnprocessedKeys: Object.fromEntries(rest.map(({ table, left }) => [table, { Keys: left }])),
  }
}

/** Rows by key through the adapter itself, of whose calls each is answered in part. */
export const halfAnswered = (
  store: Store,
  keys: Readonly<Record<string, readonly Key[]>>,
  random: Random,
): Promise<readonly Row[]> => {
  const send = (command: BatchGetItemCommand) => answer(store, command, random)
  return batchGet({ send } as unknown as DynamoDBClient, keys)
}
