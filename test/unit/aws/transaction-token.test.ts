import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { putNew } from '../../../shared/aws/dynamodb/actions.ts'
import { transact } from '../../../shared/aws/dynamodb/transact.ts'

const client = mockClient(DynamoDBClient)
const dynamodb = new DynamoDBClient({ region: 'eu-west-2' })
beforeEach(() => void client.reset())

const actions = [putNew('t', { pk: 'a', sk: 'b' })]
const tokens = (): (string | undefined)[] =>
  client
    .commandCalls(TransactWriteItemsCommand)
    .map(({ args: [{ input }] }) => input.ClientRequestToken)
const details = { message: 'a', $metadata: {} }
const conflict = new TransactionCanceledException({
  ...details,
  CancellationReasons: [{ Code: 'TransactionConflict' }],
})

describe('the token of a transaction', () => {
  it('stays while nobody knows whether it was written, so that it is written once', async () => {
    client
      .on(TransactWriteItemsCommand)
      .rejectsOnce(new TransactionInProgressException(details))
      .resolves({})
    expect(await transact(dynamodb, actions)).toBe('committed')
    const [first, second] = tokens()
    expect(first).toMatch(/^[\w-]{36}$/)
    expect(second).toBe(first)
  })

  it('is another once it was cancelled, for then nothing was written', async () => {
    client.on(TransactWriteItemsCommand).rejectsOnce(conflict).resolves({})
    expect(await transact(dynamodb, actions)).toBe('committed')
    const [first, second] = tokens()
    expect(second).not.toBe(first)
  })

  it('is another for the same actions asked for again', async () => {
    client.on(TransactWriteItemsCommand).resolves({})
    await transact(dynamodb, actions)
    await transact(dynamodb, actions)
    expect(new Set(tokens()).size).toBe(2)
  })
})
