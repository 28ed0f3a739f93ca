import { randomUUID } from 'node:crypto'
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import type { Trial } from '../../shared/matching/trial.ts'
import { startInMemoryHub } from '../fakes/in-memory-hub.ts'
import { startTestHub, type TestHub } from '../fakes/test-hub.ts'
import { createTables, emulator } from './tables.ts'

const createKeys = async (kms: KMSClient) => {
  const create = async (
    spec: 'ECC_NIST_P256' | 'HMAC_256' | 'SYMMETRIC_DEFAULT',
    usage: 'SIGN_VERIFY' | 'GENERATE_VERIFY_MAC' | 'ENCRYPT_DECRYPT',
  ) => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec: spec, KeyUsage: usage }))
    return KeyMetadata?.KeyId ?? ''
  }
  return {
    token: await create('ECC_NIST_P256', 'SIGN_VERIFY'),
    tokenNext: await create('ECC_NIST_P256', 'SIGN_VERIFY'),
    cursor: await create('HMAC_256', 'GENERATE_VERIFY_MAC'),
    index: await create('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'),
    delivery: 'no test of this hub delivers',
    log: 'no test of this hub seals its log',
  }
}

/** A test hub over the emulator's real DynamoDB and KMS, each in tables and under keys of its own. */
export const startInProcessHub = async (name: string, trial?: Trial) => {
  const dynamodb = new DynamoDBClient(emulator())
  const kms = new KMSClient(emulator())
  const tables = await createTables(dynamodb, `${name}-${randomUUID().slice(0, 8)}`)
  const rows = async (table: string): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = []
    const input = { TableName: table, ConsistentRead: true }
    for await (const { Items = [] } of paginateScan({ client: dynamodb }, input))
      found.push(...Items.map((item) => unmarshall(item)))
    return found
  }
  const ground = {
    store: dynamodbStore(dynamodb),
    keys: kmsKeys(kms),
    keyIds: await createKeys(kms),
    tables,
    rows,
  }
  return { ...(await startTestHub(ground, trial)), dynamodb }
}
export type InProcessHub = Awaited<ReturnType<typeof startInProcessHub>>

/**
 * A hub for tests of casework that make thousands of calls: over tables in memory, which keep the contract of DynamoDB's
 * (store-contract.ts), and in the nightly run over the emulator's.
 */
export const startCaseworkHub = (name: string, trial?: Trial): Promise<TestHub> =>
  process.env['HUB_NIGHTLY'] === undefined
    ? startInMemoryHub(trial)
    : startInProcessHub(name, trial)
