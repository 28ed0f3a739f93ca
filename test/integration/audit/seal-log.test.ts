import { randomBytes } from 'node:crypto'
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type AuditEntry, recorderFor } from '../../../shared/audit/audit-entry.ts'
import { openCheckpoint } from '../../../shared/audit/checkpoint.ts'
import { logCopyOf } from '../../../shared/audit/log-copy.ts'
import { rootOf } from '../../../shared/audit/merkle.ts'
import { checkpointName } from '../../../shared/audit/sealed-log.ts'
import { verifyLog } from '../../../shared/audit/verify-log.ts'
import { dynamodbStore } from '../../../shared/aws/dynamodb/dynamodb-store.ts'
import { asItem } from '../../../shared/aws/dynamodb/item.ts'
import { recordEntriesIn } from '../../../shared/aws/dynamodb/record-entries.ts'
import { kmsKeys } from '../../../shared/aws/kms/kms-keys.ts'
import { readLogKey, signNoteWith } from '../../../shared/aws/kms/log-key.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { s3Objects } from '../../../shared/aws/s3/s3-objects.ts'
import { sealLogDeps } from '../../../shared/aws/seal-log-deps.ts'
import { type SealLogDeps, sealLog } from '../../../shared/casework/seal-log.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'
import { readAll } from '../../builders/read-all.ts'
import { createLockedBucket, objectsIn, s3 } from '../locked-bucket.ts'
import { createTables, emulator } from '../tables.ts'

const origin = 'hub.example/log'
/** Objects of a log stand under its origin. */
const named = (name: string): string => `${origin}/${name}`
const world = { now: () => new Date(), newId, log: () => undefined }
const dynamodb = new DynamoDBClient(emulator())
const kms = new KMSClient(emulator())
const store = dynamodbStore(dynamodb)
const keys = kmsKeys(kms)

const entriesOf = (count: number): AuditEntry[] =>
  Array.from({ length: count }, (_, number) => {
    const now = new Date(Date.UTC(2026, 10, 24) + number)
    const record = recorderFor({ actor: 'client' }, now, (at) => uuidV7(at, randomBytes(16)))
    return record('ALERT_READ', [`alert-${number % 17}`, `child-${number % 5}`])
  }).flat()

const record = async (table: string, entries: readonly AuditEntry[]): Promise<void> => {
  for (let at = 0; at < entries.length; at += 50)
    await recordEntriesIn(store, table)(entries.slice(at, at + 50))
}

const createKey = async (): Promise<string> => {
  const created = await kms.send(
    new CreateKeyCommand({ KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' }),
  )
  return created.KeyMetadata?.KeyId ?? ''
}

const hub = async () => {
  const tables = await createTables(dynamodb, `seal-${randomBytes(4).toString('hex')}`)
  const { directory, auditEntries, auditLog } = tables
  const key = await createKey()
  const sealedLog = await createLockedBucket(`sealed-${randomBytes(4).toString('hex')}`)
  const place = { directory, auditEntries, auditLog, sealedLog, keyIds: [key], origin }
  const deps = sealLogDeps({ store, keys, objects: s3Objects(s3) }, place, world)
  return { ...place, key, deps }
}

/** Every row of the table, a page at a time. */
const rowsOf = (table: string) => readAll(table, dynamodb)

/** Each once, by the row that the indexes hold. */
const sealedEntriesOf = async (auditLog: string) =>
  (await rowsOf(auditLog))
    .filter((row) => row['day'] !== undefined)
    .map((row) => ({
      index: Number(row['leafIndex']),
    }))
    .toSorted((one, other) => one.index - other.index)

/** The objects of the log, by their names in it. */
const withinOrigin = (
  objects: Awaited<ReturnType<typeof objectsIn>>,
): Awaited<ReturnType<typeof objectsIn>> =>
  new Map([...objects].map(([name, text]) => [name.slice(named('').length), text]))

/** What is wrong with the whole of it, by its public key alone. */
const faultsOf = async ({ auditLog, sealedLog, key }: Awaited<ReturnType<typeof hub>>) =>
  verifyLog(logCopyOf(await rowsOf(auditLog), withinOrigin(await objectsIn(sealedLog))), {
    origin,
    publicKeys: [await readLogKey(keys, key)],
    notes: [],
  })

const batchSchema = z.object({
  first: z.number(),
  leaves: z.array(
    z.object({
      index: z.number(),
      leafHash: z.instanceof(Uint8Array),
      pk: z.string(),
      sk: z.string(),
    }),
  ),
})

const batchesOf = async (auditLog: string) => {
  const { Items } = await dynamodb.send(
    new QueryCommand({
      TableName: auditLog,
      KeyConditionExpression: 'pk = :log AND begins_with(sk, :seq)',
      ExpressionAttributeValues: asItem({ ':log': 'LOG#main', ':seq': 'SEQ#' }),
    }),
  )
  return (Items ?? []).map((item) => batchSchema.parse(unmarshall(item)))
}

describe('300 entries sealed in the emulator', () => {
  let log: Awaited<ReturnType<typeof hub>>

  beforeAll(async () => {
    log = await hub()
    await record(log.auditEntries, entriesOf(300))
    const outcome = await sealLog(log.deps)
    expect(outcome).toEqual({ sealed: 300, size: 300, complete: true })
  }, 60_000)

  it('have indexes without a gap', async () => {
    const sealed = await sealedEntriesOf(log.auditLog)
    expect(sealed.map(({ index }) => index)).toEqual(Array.from({ length: 300 }, (_, n) => n))
  })

  it('no longer wait', async () => {
    expect(await log.deps.readUnsealed()).toEqual({ entries: [], isAll: true, setAside: 0 })
    expect(await rowsOf(log.auditEntries)).toEqual([])
  })

  it('stand once under each of their subjects, whole and with their index', async () => {
    const copies = (await rowsOf(log.auditLog)).filter(({ pk }) =>
      String(pk).startsWith('SUBJECT#'),
    )
    expect(copies).toHaveLength(600)
    const byIndex = Map.groupBy(copies, ({ leafIndex }) => leafIndex)
    for (const same of byIndex.values()) {
      const [entry] = same.map((row) => row['entry'] as AuditEntry)
      expect(same.map((row) => row['entry'])).toEqual([entry, entry])
      expect(same.map(({ pk }) => pk).toSorted()).toEqual(
        entry?.subjects.map((subject) => `SUBJECT#${subject}`).toSorted(),
      )
    }
  })

  it('are found from the leaf of each', async () => {
    const rows = new Map(
      (await rowsOf(log.auditLog)).map((row) => [`${row['pk']} ${row['sk']}`, row]),
    )
    for (const { leaves } of await batchesOf(log.auditLog))
      for (const { index, leafHash, pk, sk } of leaves) {
        const row = rows.get(`${pk} ${sk}`)
        expect(row?.['leafIndex']).toBe(index)
        expect(leafHash).toHaveLength(32)
        expect(row?.['salt']).toMatch(/^[A-Za-z0-9+/]{43}=$/)
      }
  })

  it('have the root that their rows give, and the batches say the same', async () => {
    const leaves = (await batchesOf(log.auditLog)).flatMap(({ leaves }) => leaves)
    const head = await log.deps.readHead()
    expect(head?.root).toEqual(rootOf(leaves.map(({ leafHash }) => Buffer.from(leafHash))))
    expect(await faultsOf(log)).toEqual([])
  })

  it('stand in the bucket from which nothing can be taken, and cannot be put over', async () => {
    const names = [...(await objectsIn(log.sealedLog)).keys()]
    expect(names).toEqual([named('bundles/000000000000'), named(checkpointName(300))])
    const objects = s3Objects(s3)
    const before = await objects.get(log.sealedLog, named(checkpointName(300)))
    expect(await objects.putNew(log.sealedLog, named(checkpointName(300)), 'other')).toBe(before)
    expect(await objects.get(log.sealedLog, named(checkpointName(300)))).toBe(before)
    expect(await objects.get(log.sealedLog, named(checkpointName(301)))).toBeUndefined()
  })

  it('have a checkpoint that the public key verifies', async () => {
    const note = await log.deps.readCheckpoint(300)
    const publicKey = await readLogKey(keys, log.key)
    const opened = openCheckpoint(note ?? '', { origin, publicKey })
    expect(opened).toEqual({ origin, size: 300, root: (await log.deps.readHead())?.root })
  })

  it('keep their checkpoint when another is offered for the same size', async () => {
    const note = await log.deps.readCheckpoint(300)
    expect(await log.deps.keepCheckpoint(300, 'other')).toBe(note)
    expect(await log.deps.readCheckpoint(300)).toBe(note)
  })
})

describe('runs in the emulator', () => {
  it('stay one log when three are at work while entries arrive', async () => {
    const log = await hub()
    const { auditEntries, auditLog, deps } = log
    const entries = entriesOf(300)
    await record(auditEntries, entries.slice(0, 150))
    await Promise.all([
      record(auditEntries, entries.slice(150)),
      ...[1, 2, 3].map(() => sealLog(deps)),
    ])
    await sealLog(deps)
    const sealed = await sealedEntriesOf(auditLog)
    expect(sealed.map(({ index }) => index)).toEqual(Array.from({ length: 300 }, (_, n) => n))
    expect(await faultsOf(log)).toEqual([])
  }, 60_000)

  it('refuse an append by a run that was overtaken, and keep nothing of it', async () => {
    const { auditEntries, auditLog, deps } = await hub()
    await record(auditEntries, entriesOf(3))
    let stale: Parameters<SealLogDeps['append']> | undefined
    const append: SealLogDeps['append'] = async (...batch) => {
      stale = batch
      return deps.append(...batch)
    }
    await sealLog({ ...deps, append })
    const before = await rowsOf(auditLog)
    expect(stale && (await deps.append(...stale))).toBe('overtaken')
    expect(await rowsOf(auditLog)).toEqual(before)
  })

  it('seal an entry once that is put again after it was sealed', async () => {
    const { auditEntries, auditLog, deps } = await hub()
    const entries = entriesOf(3)
    await record(auditEntries, entries)
    await sealLog(deps)
    await record(auditEntries, entries)
    expect(await sealLog(deps)).toEqual({ sealed: 0, size: 3, complete: true })
    expect(await rowsOf(auditEntries)).toEqual([])
    expect(await sealedEntriesOf(auditLog)).toHaveLength(3)
  })

  it('set an entry aside that takes the id of a sealed one, and leave the sealed one as it is', async () => {
    const { auditEntries, auditLog, deps } = await hub()
    const [entry] = entriesOf(1)
    if (entry === undefined) throw new Error('one entry was asked for')
    await record(auditEntries, [entry])
    await sealLog(deps)
    const before = await rowsOf(auditLog)
    await record(auditEntries, [{ ...entry, action: 'ALERTS_LISTED' }])
    expect(await sealLog(deps)).toMatchObject({ size: 2, complete: true })
    const entries = (await rowsOf(auditLog)).filter((row) => row['day'] !== undefined)
    expect(entries).toEqual(
      expect.arrayContaining(before.filter((row) => row['day'] !== undefined)),
    )
    expect(JSON.stringify(entries)).toContain('ID_TAKEN')
    expect(JSON.stringify(entries)).not.toContain('ALERTS_LISTED')
    expect(await rowsOf(auditEntries)).toHaveLength(1)
  })

  it('seal and sign nothing once the newest checkpoint was taken out of the bucket, or put over', async () => {
    const { auditEntries, auditLog, sealedLog, deps } = await hub()
    await record(auditEntries, entriesOf(3))
    await sealLog(deps)
    await record(auditEntries, entriesOf(5).slice(3))
    const before = await rowsOf(auditLog)
    const newest = { Bucket: sealedLog, Key: named(checkpointName(3)) }
    await s3.send(new PutObjectCommand({ ...newest, Body: 'other' }))
    await expect(sealLog(deps)).rejects.toMatchObject({
      cause: { contradiction: 'CHECKPOINT_NOT_SIGNED' },
    })
    await s3.send(new DeleteObjectCommand(newest))
    await expect(sealLog(deps)).rejects.toMatchObject({
      cause: { contradiction: 'CHECKPOINT_TAKEN_AWAY' },
    })
    expect(await rowsOf(auditLog)).toEqual(before)
    expect(await rowsOf(auditEntries)).toHaveLength(2)
  })

  it('refuse a key that is not Ed25519', async () => {
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
    )
    const sign = signNoteWith(keys, KeyMetadata?.KeyId ?? '', origin)
    await expect(sign('text\n')).rejects.toThrow('not an Ed25519 key')
  })
})
