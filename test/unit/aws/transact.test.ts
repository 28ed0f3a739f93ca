import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionInProgressException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { asItem, putNew, putVersion } from '../../../shared/aws/dynamodb/item.ts'
import { transact } from '../../../shared/aws/dynamodb/transact.ts'

const client = mockClient(DynamoDBClient)
const dynamodb = new DynamoDBClient({ region: 'eu-west-2' })
beforeEach(() => void client.reset())

const cancelled = (...codes: readonly string[]): TransactionCanceledException =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({
      Code,
      ...(Code === 'ConditionalCheckFailed' && { Item: asItem({ pk: 'stood', n: 7 }) }),
    })),
  })
const details = { message: 'a', $metadata: {} }
const items = [putNew('t', { pk: 'a', sk: 'b' }), putNew('t', { pk: 'c', sk: 'd' })]
const calls = (): number => client.commandCalls(TransactWriteItemsCommand).length

describe('a transaction', () => {
  it('that is taken is committed, in one call', async () => {
    client.on(TransactWriteItemsCommand).resolves({})
    expect(await transact(dynamodb, items)).toBe('committed')
    expect(calls()).toBe(1)
  })

  it.each([
    ['the first action', ['ConditionalCheckFailed', 'None'], 0],
    ['the second', ['None', 'ConditionalCheckFailed'], 1],
    ['both, which names the first', ['ConditionalCheckFailed', 'ConditionalCheckFailed'], 0],
    [
      'one beside a conflict, for it will not come right',
      ['TransactionConflict', 'ConditionalCheckFailed'],
      1,
    ],
  ])(
    'refused by the condition of %s says which, and what stood there',
    async (...[, codes, index]) => {
      client.on(TransactWriteItemsCommand).rejects(cancelled(...codes))
      expect(await transact(dynamodb, items)).toEqual({ index, old: { pk: 'stood', n: 7 } })
      expect(calls()).toBe(1)
    },
  )

  const busy = [
    ['a conflict', cancelled('TransactionConflict', 'None')],
    ['throughput, by its reasons', cancelled('None', 'ProvisionedThroughputExceeded')],
    ['throttling, by its reasons', cancelled('ThrottlingError')],
    ['throughput', new ProvisionedThroughputExceededException(details)],
    ['a like one in progress', new TransactionInProgressException({ ...details, Message: 'a' })],
    ['throttling', Object.assign(new Error('a'), { name: 'ThrottlingException' })],
    ['too many requests', Object.assign(new Error('a'), { name: 'RequestLimitExceeded' })],
  ] as const

  it.each(busy)('kept off by %s three times is tried again and committed', async (_, error) => {
    client
      .on(TransactWriteItemsCommand)
      .rejectsOnce(error)
      .rejectsOnce(error)
      .rejectsOnce(error)
      .resolves({})
    expect(await transact(dynamodb, items)).toBe('committed')
    expect(calls()).toBe(4)
  })

  it.each(busy)(
    'kept off by %s for good is given up as busy, without its cause',
    async (_, error) => {
      client.on(TransactWriteItemsCommand).rejects(error)
      const thrown: unknown = await transact(dynamodb, items).catch((each: unknown) => each)
      expect(thrown).toMatchObject({ code: 'store-busy' })
      expect(calls()).toBe(4)
    },
  )

  it.each([
    ['the items are wrong', cancelled('ValidationError')],
    ['the reasons are missing', new TransactionCanceledException(details)],
    [
      'the table is not there',
      Object.assign(new Error('a'), { name: 'ResourceNotFoundException' }),
    ],
    ['access is denied', Object.assign(new Error('a'), { name: 'AccessDeniedException' })],
    ['it is another kind of refusal', new ConditionalCheckFailedException(details)],
  ])('is not tried again when %s', async (_, error) => {
    client.on(TransactWriteItemsCommand).rejects(error)
    await expect(transact(dynamodb, items)).rejects.toBe(error)
    expect(calls()).toBe(1)
  })
})

describe('a write', () => {
  it('of something new asks that it is not there, and for what is', () => {
    expect(putNew('t', { pk: 'a', sk: 'b' }).Put).toMatchObject({
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    })
  })

  it('of version 1 is of something new', () => {
    const item = { pk: 'a', sk: 'b', version: 1 }
    expect(putVersion('t', item)).toEqual(putNew('t', item))
  })

  it('of a later version asks for the one before', () => {
    expect(putVersion('t', { pk: 'a', sk: 'b', version: 8 }).Put).toMatchObject({
      ConditionExpression: '#version = :before',
      ExpressionAttributeValues: { ':before': { N: '7' } },
    })
  })

  it('leaves out what is undefined, at any depth', () => {
    expect(asItem({ a: undefined, b: { c: undefined, d: [{ e: undefined, f: 1 }] } })).toEqual({
      b: { M: { d: { L: [{ M: { f: { N: '1' } } }] } } },
    })
  })
})
