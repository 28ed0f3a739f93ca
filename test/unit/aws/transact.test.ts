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
import { put, putNew, putVersion, unmoved } from '../../../shared/aws/dynamodb/actions.ts'
import { asItem } from '../../../shared/aws/dynamodb/item.ts'
import { transact } from '../../../shared/aws/dynamodb/transact.ts'
import { writeItemOf } from '../../../shared/aws/dynamodb/write-item.ts'

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
  const key = { pk: 'a', sk: 'b' }
  const ofVersion = (value: string) => ({
    ConditionExpression: '#n0 = :v0',
    ExpressionAttributeNames: { '#n0': 'version' },
    ExpressionAttributeValues: { ':v0': { N: value } },
  })
  const ofNothing = {
    ConditionExpression: 'attribute_not_exists(#n0)',
    ExpressionAttributeNames: { '#n0': 'pk' },
  }

  it('of something new asks that it is not there, and for what is', () => {
    expect(writeItemOf(putNew('t', key)).Put).toEqual({
      TableName: 't',
      Item: asItem({ ...key, schema: 1 }),
      ...ofNothing,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    })
  })

  it('of version 1 is of something new', () => {
    const row = { ...key, version: 1 }
    expect(putVersion('t', row)).toEqual(putNew('t', row))
  })

  it('of a later version asks for the one before', () => {
    expect(writeItemOf(putVersion('t', { ...key, version: 8 })).Put).toEqual({
      TableName: 't',
      Item: asItem({ ...key, schema: 1, version: 8 }),
      ...ofVersion('7'),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    })
  })

  it('that is put regardless asks for nothing', () => {
    expect(writeItemOf(put('t', key))).toEqual({
      Put: { TableName: 't', Item: asItem({ ...key, schema: 1 }) },
    })
  })

  it.each([
    [0, ofNothing],
    [4, ofVersion('4')],
  ])('may hang on another row that stands at version %i', (version, condition) => {
    expect(writeItemOf(unmoved('t', key, version))).toEqual({
      ConditionCheck: { TableName: 't', Key: asItem(key), ...condition },
    })
  })

  it('of some fields sets, takes away and counts them, on a condition', () => {
    const update = writeItemOf({
      kind: 'update',
      table: 't',
      key,
      set: { status: 'SENT', message: 7 },
      remove: ['waitingFor', 'waitingUntil'],
      add: { confirmed: 1 },
      condition: { kind: 'equals', field: 'status', value: 'PENDING' },
    })
    expect(update.Update).toEqual({
      TableName: 't',
      Key: asItem(key),
      UpdateExpression:
        'SET #n0 = :v0, #n1 = :v1, #n2 = if_not_exists(#n2, :v2) REMOVE #n3, #n4 ADD #n5 :v3',
      ConditionExpression: '#n0 = :v4',
      ExpressionAttributeNames: {
        '#n0': 'status',
        '#n1': 'message',
        '#n2': 'schema',
        '#n3': 'waitingFor',
        '#n4': 'waitingUntil',
        '#n5': 'confirmed',
      },
      ExpressionAttributeValues: asItem({
        ':v0': 'SENT',
        ':v1': 7,
        ':v2': 1,
        ':v3': 1,
        ':v4': 'PENDING',
      }),
    })
  })

  it('leaves out what is undefined, at any depth', () => {
    expect(asItem({ a: undefined, b: { c: undefined, d: [{ e: undefined, f: 1 }] } })).toEqual({
      b: { M: { d: { L: [{ M: { f: { N: '1' } } }] } } },
    })
  })
})
