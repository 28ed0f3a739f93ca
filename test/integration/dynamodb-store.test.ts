import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import { putNew } from '../../shared/aws/dynamodb/actions.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { storeContract } from './store-contract.ts'
import { createTables, emulator } from './tables.ts'

storeContract('DynamoDB', async () => {
  const client = new DynamoDBClient(emulator())
  const tables = await createTables(client, `store-${randomUUID().slice(0, 8)}`)
  return { store: dynamodbStore(client), tables }
})

it('takes a transaction once that it is sent twice, the first answer lost', async () => {
  const client = new DynamoDBClient(emulator())
  const { casework } = await createTables(client, `twice-${randomUUID().slice(0, 8)}`)
  let sent = 0
  client.middlewareStack.add(
    (next) => async (args) => {
      const output = await next(args)
      sent += 1
      if (sent === 1) throw Object.assign(new Error('time-out'), { name: 'TimeoutError' })
      return output
    },
    { step: 'deserialize', priority: 'low' },
  )
  const store = dynamodbStore(client)
  expect(await store.transact([putNew(casework, { pk: 'A', sk: 'B' })])).toBe('committed')
  expect(sent).toBe(2)
  const again = await store.transact([putNew(casework, { pk: 'A', sk: 'B' })])
  expect(again).toMatchObject({ index: 0 })
})
