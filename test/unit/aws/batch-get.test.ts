import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { batchGet } from '../../../shared/aws/dynamodb/batch-get.ts'

const client = mockClient(DynamoDBClient)
const dynamodb = new DynamoDBClient({ region: 'eu-west-2' })
beforeEach(() => void client.reset())

const keysOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ pk: `p${at}`, sk: 's' }))
const requests = (): BatchGetItemCommandInput[] =>
  client.commandCalls(BatchGetItemCommand).map(({ args }) => args[0].input)
const asked = (input: BatchGetItemCommandInput): number =>
  Object.values(input.RequestItems ?? {}).reduce((sum, { Keys = [] }) => sum + Keys.length, 0)

/** A store that gives every key asked for, but leaves the last `unprocessed` of each call. */
const answering = (unprocessed: (call: number) => number): void => {
  let call = 0
  client.on(BatchGetItemCommand).callsFake((input: BatchGetItemCommandInput) => {
    call += 1
    const left = unprocessed(call)
    const Responses: Record<string, unknown[]> = {}
    const UnprocessedKeys: Record<string, unknown> = {}
    for (const [table, { Keys = [] }] of Object.entries(input.RequestItems ?? {})) {
      Responses[table] = Keys.slice(0, Keys.length - left)
      const rest = Keys.slice(Keys.length - left)
      if (left > 0 && rest.length > 0) UnprocessedKeys[table] = { Keys: rest, ConsistentRead: true }
    }
    return { Responses, UnprocessedKeys }
  })
}

describe('rows by key', () => {
  it.each([
    [0, []],
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('%i of them are asked for in calls of %j', async (count, sizes) => {
    answering(() => 0)
    expect(await batchGet(dynamodb, { t: keysOf(count) })).toHaveLength(count)
    expect(requests().map(asked)).toEqual(sizes)
  })

  it('of two tables share a call, and are read consistently', async () => {
    answering(() => 0)
    expect(await batchGet(dynamodb, { a: keysOf(60), b: keysOf(60) })).toHaveLength(120)
    expect(requests().map(asked)).toEqual([100, 20])
    for (const { RequestItems = {} } of requests())
      for (const request of Object.values(RequestItems)) expect(request.ConsistentRead).toBe(true)
  })

  it('that were left are asked for again, and come each once', async () => {
    answering((call) => (call < 4 ? 2 : 0))
    const rows = await batchGet(dynamodb, { t: keysOf(10) })
    expect(rows.map(({ pk }) => pk).toSorted()).toEqual(
      keysOf(10)
        .map(({ pk }) => pk)
        .toSorted(),
    )
    expect(requests().map(asked)).toEqual([10, 2, 2, 2])
  })

  it('that are left for good are a busy store, never absent rows', async () => {
    answering(() => 1)
    await expect(batchGet(dynamodb, { t: keysOf(3) })).rejects.toMatchObject({ code: 'store-busy' })
    expect(requests()).toHaveLength(5)
  })

  it('that are not there are left out', async () => {
    client.on(BatchGetItemCommand).resolves({ Responses: { t: [] }, UnprocessedKeys: {} })
    expect(await batchGet(dynamodb, { t: keysOf(3) })).toEqual([])
  })
})
