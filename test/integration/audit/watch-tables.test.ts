import { randomBytes } from 'node:crypto'
import {
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { beforeAll, describe, expect, it } from 'vitest'
import { wire } from '../../../functions/watch-tables/wire.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryObjects } from '../../../local/in-memory/objects.ts'
import { matchesFilter } from '../../../local/serve/matches-filter.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { dynamodbStore } from '../../../shared/aws/dynamodb/dynamodb-store.ts'
import { asItem } from '../../../shared/aws/dynamodb/item.ts'
import { recordEntriesIn } from '../../../shared/aws/dynamodb/record-entries.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { sealLogDeps } from '../../../shared/aws/seal-log-deps.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { streamReaders } from '../../../shared/config/stream-readers.ts'
import { createTables, emulator } from '../tables.ts'

const dynamodb = new DynamoDBClient(emulator())
const store = dynamodbStore(dynamodb)

const enableStream = async (TableName: string): Promise<string> => {
  await dynamodb.send(
    new UpdateTableCommand({
      TableName,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  )
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }))
  return Table?.LatestStreamArn ?? ''
}

/** The streams' own API, for which the hub has no client: Lambda reads streams for it. */
const askStreams = async (operation: string, body: object): Promise<Record<string, unknown>> => {
  const reply = await fetch(emulator().endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': `DynamoDBStreams_20120810.${operation}`,
      Authorization:
        'AWS4-HMAC-SHA256 Credential=test/20261126/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(body),
  })
  expect(reply.status).toBe(200)
  return (await reply.json()) as Record<string, unknown>
}

type Described = { readonly StreamDescription: { readonly Shards: readonly { ShardId: string }[] } }

/** All that a stream has told so far, as Lambda hands it over. */
const recordsOf = async (StreamArn: string): Promise<readonly DynamoDBRecord[]> => {
  const { StreamDescription } = (await askStreams('DescribeStream', { StreamArn })) as Described
  const records: DynamoDBRecord[] = []
  for (const { ShardId } of StreamDescription.Shards) {
    const wanted = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }
    const { ShardIterator } = await askStreams('GetShardIterator', wanted)
    const { Records } = await askStreams('GetRecords', { ShardIterator })
    records.push(...(Records as readonly DynamoDBRecord[]))
  }
  return records.map((record) => ({ ...record, eventSourceARN: StreamArn }))
}

const hub = async () => {
  const tables = await createTables(dynamodb, `watch-${randomBytes(4).toString('hex')}`)
  const streams = [await enableStream(tables.auditEntries), await enableStream(tables.auditLog)]
  const keys = createInMemoryKeys()
  const objects = createInMemoryObjects()
  const seal = () =>
    sealLog(
      sealLogDeps(
        { store, keys, objects },
        { ...tables, sealedLog: 'sealed-log', keyIds: [keyIds.log], origin: 'log' },
        { now: () => new Date(), newId, log: () => undefined },
      ),
    )
  const record = async (count: number): Promise<void> => {
    const of = recorderFor({ actor: 'somebody' }, new Date(), newId)
    const entries = Array.from({ length: count }, (_, at) =>
      of('ALERT_READ', [`alert-${at}`, 'child-1']),
    ).flat()
    await recordEntriesIn(store, tables.auditEntries)(entries)
  }
  /** What the function says of all that the streams have told, in which of its lines an alarm rings. */
  const rings = async (): Promise<readonly unknown[]> => {
    const lines: unknown[] = []
    const { auditEntries, auditLog } = tables
    const handler = wire(
      { store },
      {
        DIRECTORY_TABLE: tables.directory,
        AUDIT_LOG_TABLE: auditLog,
        WATCHED_TABLES: { auditEntries, auditLog },
      },
      {
        now: () => new Date(),
        newId,
        log: (_, event, fields) => {
          if (event !== 'RECORD_COMPLETED') lines.push([event, fields])
        },
      },
    )
    for (const stream of streams) {
      const told = await recordsOf(stream)
      const Records = told.filter((one) => matchesFilter(streamReaders['watch-tables'].filter, one))
      expect(await handler({ Records })).toEqual({ batchItemFailures: [] })
    }
    return lines
  }
  return { tables, seal, record, rings }
}

/** A row of a table whose keys begin so. */
const rowOf = async (
  TableName: string,
  [partition, sort = '']: readonly [string, string?],
): Promise<Record<string, unknown>> => {
  const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName }))
  const rows = Items.map((item) => unmarshall(item))
  const found = rows.find(
    ({ pk, sk }) => String(pk).startsWith(partition) && String(sk).startsWith(sort),
  )
  return found ?? {}
}

/** Puts unconditionally over what stands, as whoever holds a role that may put. */
const putOver = (TableName: string, row: Record<string, unknown>) =>
  dynamodb.send(new PutItemCommand({ TableName, Item: asItem({ ...row, said: 'otherwise' }) }))

describe('the watcher of the audit tables in the emulator', () => {
  let watched: Awaited<ReturnType<typeof hub>>
  beforeAll(async () => {
    watched = await hub()
  }, 60_000)

  it('is silent while entries are put and sealed, again and again', async () => {
    for (const count of [60, 1, 30]) {
      await watched.record(count)
      await watched.seal()
    }
    await watched.seal()
    expect(await watched.rings()).toEqual([])
  }, 60_000)

  it('notices that a waiting entry is put over, and that one goes unsealed', async () => {
    const { tables, record, rings } = await hub()
    await record(1)
    const row = await rowOf(tables.auditEntries, ['WAITING#'])
    await putOver(tables.auditEntries, row)
    const said = (event: string) => [
      'UNKNOWN_CHANGE',
      { table: 'auditEntries', kind: 'WAITING', event },
    ]
    expect(await rings()).toEqual([said('MODIFY')])
    const { pk, sk } = row
    await dynamodb.send(
      new DeleteItemCommand({ TableName: tables.auditEntries, Key: asItem({ pk, sk }) }),
    )
    expect(await rings()).toEqual([said('MODIFY'), said('REMOVE')])
  })

  it.each([
    ['SUBJECT', ['SUBJECT#']],
    ['HEAD', ['LOG#', 'HEAD']],
    ['SEQ', ['LOG#', 'SEQ#']],
    ['CHECKPOINT', ['LOG#', 'CHECKPOINT#']],
  ] as const)('notices that a row of the log is put over: %s', async (kind, keys) => {
    const { tables, record, seal, rings } = await hub()
    await record(2)
    await seal()
    await putOver(tables.auditLog, await rowOf(tables.auditLog, keys))
    expect(await rings()).toEqual([
      ['UNKNOWN_CHANGE', { table: 'auditLog', kind, event: 'MODIFY' }],
    ])
  })

  it('notices that a sealed row is deleted', async () => {
    const { tables, record, seal, rings } = await hub()
    await record(2)
    await seal()
    const { pk, sk } = await rowOf(tables.auditLog, ['SUBJECT#'])
    await dynamodb.send(
      new DeleteItemCommand({ TableName: tables.auditLog, Key: asItem({ pk, sk }) }),
    )
    expect(await rings()).toContainEqual([
      'UNKNOWN_CHANGE',
      { table: 'auditLog', kind: 'SUBJECT', event: 'REMOVE' },
    ])
  })
})
