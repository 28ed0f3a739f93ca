import {
  type AttributeDefinition,
  CreateTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { type IndexDefinition, type TableName, tables } from '../../shared/aws/dynamodb/tables.ts'

const projectionOf = (
  projection: IndexDefinition['projection'],
): GlobalSecondaryIndex['Projection'] =>
  typeof projection === 'string'
    ? { ProjectionType: projection }
    : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projection] }

const indexOf = (
  name: string,
  { partitionKey, sortKey, projection }: IndexDefinition,
): GlobalSecondaryIndex => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ],
  Projection: projectionOf(projection),
})

/** The hub's tables, from the definitions that CDK uses, under names of their own. */
export const createTables = async (
  client: DynamoDBClient,
  prefix: string,
): Promise<Record<TableName, string>> => {
  for (const [name, definition] of Object.entries(tables)) {
    const indexes: [string, IndexDefinition][] = Object.entries(definition.indexes)
    const attributes = new Set([
      'pk',
      'sk',
      ...indexes.flatMap(([, index]) => [index.partitionKey, index.sortKey]),
    ])
    const TableName = `${prefix}-${name}`
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [...attributes].map(
          (AttributeName): AttributeDefinition => ({ AttributeName, AttributeType: 'S' }),
        ),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        ...(indexes.length > 0 && {
          GlobalSecondaryIndexes: indexes.map(([index, of]) => indexOf(index, of)),
        }),
      }),
    )
    await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 20 }, { TableName })
  }
  return {
    register: `${prefix}-register`,
    casework: `${prefix}-casework`,
    audit: `${prefix}-audit`,
  }
}
