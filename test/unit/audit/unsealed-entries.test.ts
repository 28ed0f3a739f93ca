import { BatchGetItemCommand, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { dynamodbStore } from '../../../shared/aws/dynamodb/dynamodb-store.ts'
import { readUnsealedIn } from '../../../shared/aws/dynamodb/unsealed-entries.ts'
import { anEntry } from '../casework/in-memory-audit-log.ts'

// An index that lags and a batch cut short: what the emulator's DynamoDB never does.
const dynamodb = mockClient(DynamoDBClient)
const read = readUnsealedIn(dynamodbStore(new DynamoDBClient({ region: 'eu-west-2' })), 'audit')
const shard = 'UNSEALED#3'
const [sealed, waiting] = [anEntry(1), anEntry(2)]
const keyOf = ({ pk, sk }: typeof sealed) => marshall({ pk, sk })
const listKeyOf = ({ pk, sk }: typeof sealed) => marshall({ pk, sk, unsealed: shard })
const inShard = { ExpressionAttributeValues: marshall({ ':v0': shard }) }

beforeEach(() => {
  dynamodb.reset()
  dynamodb.on(QueryCommand).resolves({ Items: [] })
  dynamodb
    .on(QueryCommand, inShard)
    .resolves({ Items: [listKeyOf(sealed)], LastEvaluatedKey: listKeyOf(sealed) })
  dynamodb
    .on(QueryCommand, { ...inShard, ExclusiveStartKey: listKeyOf(sealed) })
    .resolves({ Items: [listKeyOf(waiting)] })
})

describe('reading what waits', () => {
  it('passes over what the index lists though it is sealed, and reads on', async () => {
    dynamodb
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { audit: [marshall({ ...sealed, leafIndex: 0 })] } })
      .resolvesOnce({ Responses: { audit: [marshall({ ...waiting, unsealed: shard })] } })
    expect(await read()).toEqual([waiting])
  })

  it('reads the rows themselves consistently', async () => {
    dynamodb.on(BatchGetItemCommand).resolves({ Responses: { audit: [] } })
    expect(await read()).toEqual([])
    const inputs = dynamodb.commandCalls(BatchGetItemCommand).map(({ args }) => args[0].input)
    expect(inputs.map(({ RequestItems }) => RequestItems?.['audit']?.ConsistentRead)).toEqual([
      true,
      true,
    ])
  })

  it('fails rather than take entries that could not be read for none', async () => {
    dynamodb
      .on(BatchGetItemCommand)
      .resolves({ Responses: {}, UnprocessedKeys: { audit: { Keys: [keyOf(sealed)] } } })
    await expect(read()).rejects.toMatchObject({ code: 'store-busy' })
  })
})
