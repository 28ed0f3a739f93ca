import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { storeContract } from './store-contract.ts'
import { createTables, emulator } from './tables.ts'

storeContract('DynamoDB', async () => {
  const client = new DynamoDBClient(emulator())
  const tables = await createTables(client, `store-${randomUUID().slice(0, 8)}`)
  return { store: dynamodbStore(client), tables }
})
