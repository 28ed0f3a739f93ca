import { randomUUID } from 'node:crypto'
import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb'
import { HubError } from '../../kernel/hub-error.ts'
import { isBusy } from '../busy.ts'
import { asRow } from './as-row.ts'
import type { Action, Refusal } from './store.ts'
import { writeItemOf } from './write-item.ts'

const busyReasons = new Set([
  'TransactionConflict',
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
])
const attempts = 4

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** attempt))

/**
 * All of it or none of it. Conflicts with other transactions are tried again, four times in all, with jitter; a refused
 * condition is an answer, not a fault. Every attempt of which it is not known that nothing was written has the same token, so
 * that it never meets its own effect: DynamoDB takes it once within ten minutes.
 * @throws HubError store-busy when the table would not take it; nothing is then stored
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export const transact = async (
  client: DynamoDBClient,
  actions: readonly Action[],
): Promise<'committed' | Refusal> => {
  const TransactItems = actions.map(writeItemOf)
  let ClientRequestToken = randomUUID()
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const result = await tryOnce(client, { TransactItems, ClientRequestToken })
    if (result !== 'busy' && result !== 'cancelled') return result
    if (result === 'cancelled') ClientRequestToken = randomUUID()
    await pause(attempt)
  }
  throw new HubError('store-busy', 'the table took no more writes')
}

const tryOnce = async (
  client: DynamoDBClient,
  input: TransactWriteItemsCommandInput,
): Promise<'committed' | 'busy' | 'cancelled' | Refusal> => {
  try {
    await client.send(new TransactWriteItemsCommand(input))
    return 'committed'
  } catch (error) {
    if (error instanceof TransactionCanceledException) return refusalOf(error)
    if (isBusy(error)) return 'busy'
    throw error
  }
}

const refusalOf = (error: TransactionCanceledException): 'cancelled' | Refusal => {
  const reasons = error.CancellationReasons ?? []
  const index = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed')
  const old = reasons[index]?.Item
  if (index >= 0) return { index, old: old === undefined ? undefined : asRow(old) }
  if (reasons.some(({ Code }) => busyReasons.has(Code ?? ''))) return 'cancelled'
  throw error
}
