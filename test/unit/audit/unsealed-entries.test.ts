import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { dynamodbStore } from '../../../shared/aws/dynamodb/dynamodb-store.ts'
import { readUnsealedIn } from '../../../shared/aws/dynamodb/unsealed-entries.ts'
import { anEntry } from '../casework/in-memory-audit-log.ts'

const dynamodb = mockClient(DynamoDBClient)
const store = dynamodbStore(new DynamoDBClient({ region: 'eu-west-2' }))
const read = readUnsealedIn({ store, auditEntries: 'entries' }, async () => [])

beforeEach(() => {
  dynamodb.reset()
  dynamodb.on(QueryCommand).resolves({ Items: [] })
})

describe('reading what waits', () => {
  it('asks every shard, consistently, and for no more than memory holds', async () => {
    expect(await read()).toEqual({ entries: [], isAll: true, setAside: 0 })
    const inputs = dynamodb.commandCalls(QueryCommand).map(({ args }) => args[0].input)
    const shards = inputs.map(({ ExpressionAttributeValues }) => ExpressionAttributeValues?.[':v0'])
    expect(new Set(shards.map((shard) => shard?.S)).size).toBe(16)
    expect(inputs.map(({ ConsistentRead, Limit }) => [ConsistentRead, Limit])).toEqual(
      Array.from({ length: 16 }, () => [true, 100]),
    )
  })

  it('gives the entries of all shards, each with where it waits', async () => {
    const waiting = [anEntry(1), anEntry(2)]
    for (const [at, one] of waiting.entries())
      dynamodb
        .on(QueryCommand, { ExpressionAttributeValues: marshall({ ':v0': `WAITING#${at}` }) })
        .resolves({ Items: [marshall(one)] })
    expect(await read()).toEqual({
      entries: waiting,
      isAll: true,
      setAside: 0,
    })
  })

  it('counts a row that holds no entry, or a number that is none here, and gives it to whoever tells of it', async () => {
    const told: unknown[] = []
    const reading = readUnsealedIn({ store, auditEntries: 'entries' }, async (asides) => {
      told.push(...asides)
      return []
    })
    const shard = marshall({ ':v0': 'WAITING#0' })
    const entry = { ...anEntry(1).entry, subjects: 1 }
    dynamodb.on(QueryCommand, { ExpressionAttributeValues: shard }).resolves({
      Items: [
        marshall({ pk: 'WAITING#0', sk: 'x' }),
        { ...marshall({ pk: 'WAITING#0', sk: 'y', entry }), schema: { N: '1e90' } },
      ],
    })
    expect(await reading()).toEqual({ entries: [], isAll: true, setAside: 2 })
    expect(told).toEqual([
      { row: { pk: 'WAITING#0', sk: 'x' }, why: 'UNREADABLE' },
      { row: { pk: 'WAITING#0', sk: 'y', entry }, why: 'UNREADABLE' },
    ])
  })
})
