import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import type { Trial } from '../../shared/matching/trial.ts'
import { readAll } from '../builders/read-all.ts'
import { isNightly } from '../builders/runs.ts'
import { startInMemoryHub } from '../fakes/in-memory-hub.ts'
import { startTestHub, type TestHub } from '../fakes/test-hub.ts'
import { createTables, emulator } from './tables.ts'

type How = { readonly seals?: boolean }

/** Keys of a hub's own; with one that seals its log where a test does. */
export const createKeys = async (kms: KMSClient, { seals = false }: How = {}) => {
  const create = async (
    spec: 'ECC_NIST_P256' | 'ECC_NIST_EDWARDS25519' | 'HMAC_256' | 'SYMMETRIC_DEFAULT',
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
    delivery: await create('HMAC_256', 'GENERATE_VERIFY_MAC'),
    log: seals
      ? await create('ECC_NIST_EDWARDS25519', 'SIGN_VERIFY')
      : 'no test of this hub seals its log',
    logNext: seals ? await create('ECC_NIST_EDWARDS25519', 'SIGN_VERIFY') : 'nor with this',
    export: seals ? await create('ECC_NIST_EDWARDS25519', 'SIGN_VERIFY') : 'nor with this',
  }
}

type Ground = {
  readonly tables: Readonly<Record<TableName, string>>
  readonly keyIds: Awaited<ReturnType<typeof createKeys>>
}

/** A test hub over these tables of the emulator's DynamoDB, under these keys of its KMS. */
export const startHubOver = async ({ tables, keyIds }: Ground, trial?: Trial) => {
  const dynamodb = new DynamoDBClient(emulator())
  const rows = (table: string) => readAll(table, dynamodb)
  const ground = {
    store: dynamodbStore(dynamodb),
    keys: kmsKeys(new KMSClient(emulator())),
    keyIds,
    tables,
    rows,
  }
  return { ...(await startTestHub(ground, trial)), dynamodb }
}

/** A test hub over the emulator's real DynamoDB and KMS, each in tables and under keys of its own. */
export const startInProcessHub = async (name: string, trial?: Trial, how?: How) => {
  const tables = await createTables(
    new DynamoDBClient(emulator()),
    `${name}-${randomUUID().slice(0, 8)}`,
  )
  return startHubOver({ tables, keyIds: await createKeys(new KMSClient(emulator()), how) }, trial)
}
export type InProcessHub = Awaited<ReturnType<typeof startInProcessHub>>

/**
 * A hub for tests of casework that make thousands of calls: over tables in memory, which keep the contract of DynamoDB's
 * (store-contract.ts), and in the nightly run over the emulator's.
 */
export const startCaseworkHub = (name: string, trial?: Trial, how?: How): Promise<TestHub> =>
  isNightly ? startInProcessHub(name, trial, how) : startInMemoryHub(trial)
