import {
  ConditionalCheckFailedException,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateScan,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { KMSClient, ReEncryptCommand } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { localHub } from '../local-hub.ts'
import { exportFilesAt } from './export-files.ts'
import type { Item } from './item-digest.ts'
import type { OpenTables, RecoveryPorts, Rewrap, Target } from './recovery-ports.ts'
import { stateFileAt } from './restore-state.ts'

async function* pagesOf(client: DynamoDBClient, table: string): AsyncGenerator<readonly Item[]> {
  const wanted = { TableName: table, ConsistentRead: true }
  for await (const { Items = [] } of paginateScan({ client }, wanted)) yield Items
}

/** The tables as DynamoDB keeps them. */
export const liveTarget = (client: DynamoDBClient): Target => ({
  put: async (table, item) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: item,
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return undefined
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      return error.Item ?? {}
    }
  },
  get: async (table, key) => {
    const { Item: item } = await client.send(
      new GetItemCommand({ TableName: table, Key: marshall(key), ConsistentRead: true }),
    )
    return item
  },
  items: (table) => pagesOf(client, table),
  isEmpty: async (table) => {
    const { Items = [] } = await client.send(
      new ScanCommand({ TableName: table, Limit: 1, ConsistentRead: true }),
    )
    return Items.length === 0
  },
  streamLabel: async (table) => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
    return Table?.LatestStreamLabel
  },
})

async function* rowsOf(client: DynamoDBClient, table: string) {
  for await (const items of pagesOf(client, table)) yield items.map((item) => unmarshall(item))
}

/** KMS opens the secret by the one key and wraps it by the other, of another account maybe; it never leaves KMS. */
export const rewrapBy =
  (kms: KMSClient): Rewrap =>
  async (wrapped, { from, to, context }) => {
    const { CiphertextBlob } = await kms.send(
      new ReEncryptCommand({
        CiphertextBlob: wrapped,
        SourceKeyId: from,
        SourceEncryptionContext: { ...context },
        DestinationKeyId: to,
        DestinationEncryptionContext: { ...context },
      }),
    )
    if (CiphertextBlob === undefined) throw new Error('KMS gave no ciphertext')
    return CiphertextBlob
  }

/** Tables over these clients. */
export const openTablesOver = (
  client: DynamoDBClient,
  kms: KMSClient,
  tables: OpenTables['tables'],
): OpenTables => ({
  tables,
  store: dynamodbStore(client),
  scan: (table) => rowsOf(client, table),
  target: liveTarget(client),
  keys: kmsKeys(kms),
  rewrap: rewrapBy(kms),
})

/** A table that has just been made takes some thousand rows a second, and more by and by: until then it turns some away. */
const mostAttempts = 12

const elsewhere = (): { readonly endpoint?: string; readonly forcePathStyle?: boolean } => {
  const endpoint = process.env['HUB_ENDPOINT']
  return endpoint === undefined ? {} : { endpoint, forcePathStyle: true }
}

/** The tables, keys, buckets and files that this machine reaches. */
export const liveRecovery: RecoveryPorts = {
  openTables: async (named) => {
    if (Object.keys(named).length > 0) {
      const client = new DynamoDBClient({ ...elsewhere(), maxAttempts: mostAttempts })
      return openTablesOver(client, new KMSClient(elsewhere()), named)
    }
    const { client, tables } = await localHub()
    const { endpoint, region, credentials } = client.config
    return openTablesOver(
      client,
      new KMSClient({ region, credentials, ...(endpoint !== undefined && { endpoint }) }),
      tables,
    )
  },
  exportFiles: (place) => exportFilesAt(place, () => new S3Client(elsewhere())),
  stateFile: stateFileAt,
  progress: (text) => void process.stderr.write(text),
  fail: () => {
    process.exitCode = 1
  },
}
