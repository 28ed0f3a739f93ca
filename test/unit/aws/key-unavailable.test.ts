import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { DecryptCommand, KMSClient, VerifyMacCommand } from '@aws-sdk/client-kms'
import { mockClient } from 'aws-sdk-client-mock'
import { describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { dynamodbStore } from '../../../shared/aws/dynamodb/dynamodb-store.ts'
import { dynamodbScan } from '../../../shared/aws/dynamodb/scan.ts'
import { cursorsOf } from '../../../shared/aws/kms/cursor.ts'
import { keyedHashOf } from '../../../shared/aws/kms/keyed-hash.ts'
import type { Keys } from '../../../shared/aws/kms/keys.ts'
import { kmsKeys } from '../../../shared/aws/kms/kms-keys.ts'
import { heldTokenKeys } from '../../../shared/aws/kms/token-key.ts'
import { problemReply } from '../../../shared/http/problem.ts'

const named = (name: string): Error => Object.assign(new Error('what AWS says'), { name })
const failing = (name: string) => () => Promise.reject(named(name))
const region = { region: 'eu-west-2' }
/** What a caller is told when this is thrown. */
const toldOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const { status, headers = {}, body } = problemReply(error, 'r')
  return { status, retry: headers['Retry-After'], body: JSON.stringify(body) }
}

describe('a key that cannot be read', () => {
  const name = 'DisabledException'
  const keys: Keys = {
    ...createInMemoryKeys(),
    mac: failing(name),
    isMac: failing(name),
    publicKey: failing(name),
  }
  const cursors = cursorsOf(keys, keyIds.cursor)
  const cursor = `e30.${'a'.repeat(43)}`
  const tokens = heldTokenKeys({
    keys,
    keyIds: [keyIds.token],
    now: () => new Date(),
    log: () => undefined,
  })

  it.each([
    ['of cursors, when a page is to be told', () => cursors.seal({}, 'alerts')],
    ['of cursors, when the next page is asked for', () => cursors.open(cursor, 'alerts')],
    ['by which what was typed is hashed', () => keyedHashOf(keys, keyIds.cursor)('typed')],
    ['of access tokens, though the token may be right', () => tokens()],
  ])('is told as a fault, and never as nobody or nothing: that %s', async (_, work) => {
    const told = await toldOf(work())
    expect([told.status, told.retry]).toEqual([503, '30'])
    expect(told.body).toContain('key-unavailable')
    expect(told.body).not.toContain('what AWS says')
  })

  it('is a cursor of another question where the key says so, and only then', async () => {
    const right = cursorsOf(createInMemoryKeys(), keyIds.cursor)
    expect((await toldOf(right.open(cursor, 'alerts'))).status).toBe(400)
  })
})

const busyNames = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]

describe('what is throttled', () => {
  it.each(busyNames)('is answered 503 with a time to wait: a read by %s', async (name) => {
    const client = mockClient(DynamoDBClient)
    client.on(GetItemCommand).rejects(named(name))
    client.on(QueryCommand).rejects(named(name))
    client.onAnyCommand().rejects(named(name))
    const store = dynamodbStore(new DynamoDBClient(region))
    const key = { pk: 'a', sk: 'b' }
    for (const work of [
      store.get('t', key),
      store.query({ table: 't', partition: { field: 'pk', value: 'a' } }),
      store.batch({ t: [key] }),
      store.update('t', { key, add: { count: 1 } }),
      dynamodbScan(new DynamoDBClient(region))('t', { limit: 1 }),
    ]) {
      const told = await toldOf(work)
      expect([told.status, told.retry]).toEqual([503, '2'])
      expect(told.body).toContain('store-busy')
    }
    client.restore()
  })

  it.each([
    ['ThrottlingException', 'store-busy'],
    ['AccessDeniedException', 'key-unavailable'],
    ['KMSInvalidStateException', 'key-unavailable'],
    ['InvalidCiphertextException', 'key-unavailable'],
  ])('or refused by KMS as %s is %s', async (name, code) => {
    const client = mockClient(KMSClient)
    client.on(DecryptCommand).rejects(named(name))
    client.on(VerifyMacCommand).rejects(named(name))
    const keys = kmsKeys(new KMSClient(region))
    const bytes = new Uint8Array(32)
    for (const work of [
      keys.unwrap('k', bytes, {}),
      keys.isMac('k', { message: bytes, mac: bytes }),
    ]) {
      const told = await toldOf(work)
      expect(told.status).toBe(503)
      expect(told.body).toContain(code)
    }
    client.restore()
  })
})
