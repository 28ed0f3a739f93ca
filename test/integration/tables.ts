import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  type IndexDefinition,
  type TableDefinition,
  type TableName,
  tables,
} from '../../shared/aws/dynamodb/tables.ts'

/** How any SDK client reaches the emulator that HUB_ENDPOINT names. */
export const emulator = () => {
  const endpoint = process.env['HUB_ENDPOINT']
  if (endpoint === undefined)
    throw new Error('HUB_ENDPOINT is not set: it names the emulator, as http://127.0.0.1:4566')
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return { endpoint, region: 'eu-west-2', credentials }
}

const projectionOf = (projection: IndexDefinition['projection']) =>
  typeof projection === 'string'
    ? { ProjectionType: projection }
    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projection] }

const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]

const createTable = async (client: DynamoDBClient, name: TableName, called: string) => {
  const definition: TableDefinition = tables[name]
  const indexes = Object.entries(definition.indexes)
  const keys = indexes.flatMap(([, { partitionKey, sortKey }]) => [partitionKey, sortKey])
  await client.send(
    new CreateTableCommand({
      TableName: called,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema('pk', 'sk'),
      AttributeDefinitions: [...new Set(['pk', 'sk', ...keys])].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map(([IndexName, index]) => ({
          IndexName,
          KeySchema: keySchema(index.partitionKey, index.sortKey),
          Projection: projectionOf(index.projection),
        })),
      }),
    }),
  )
}

/** The tables under names of their own, as the data that CDK builds them from says; streams and expiry aside. */
export const createTables = async (
  client: DynamoDBClient,
  prefix: string,
): Promise<Readonly<Record<TableName, string>>> => {
  const names = {
    register: `${prefix}-register`,
    casework: `${prefix}-casework`,
    auditEntries: `${prefix}-audit-entries`,
    auditLog: `${prefix}-audit-log`,
  }
  await createTable(client, 'register', names.register)
  await createTable(client, 'casework', names.casework)
  await createTable(client, 'auditEntries', names.auditEntries)
  await createTable(client, 'auditLog', names.auditLog)
  return names
}
