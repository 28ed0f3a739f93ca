import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { southfen, westmarch } from '../../infra/stages/local.ts'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { type FunctionName, functionNames } from '../../shared/config/functions.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import {
  attempts,
  become,
  type Credentials,
  isAllowed,
  isGranted,
  putBack,
  readRow,
  takeAway,
} from './attempts.ts'
import { place } from './place.ts'
import { rowsOfEachKind, type StandingRow } from './rows-of-each-kind.ts'

const rows = rowsOfEachKind(newId(new Date()))
const writes: readonly string[] = ['PutItem', 'UpdateItem', 'DeleteItem']

beforeAll(async () => {
  await Promise.all(rows.map(putBack))
  await s3().send(new PutObjectCommand({ ...probed('probe/standing'), Body: 'probe' }))
})
afterAll(() => takeAway(rows))

/** Tries everything on one row, one after another, and says what went otherwise than the table of grants says. */
const surprisesOf = async (
  name: FunctionName,
  client: DynamoDBClient,
  one: StandingRow,
): Promise<readonly string[]> => {
  const surprises: string[] = []
  for (const action of keysOf(attempts)) {
    const happened = await isAllowed(() => attempts[action](client, one))
    if (happened !== isGranted(name, one.table, action))
      surprises.push(`${action} of ${one.kind} in ${one.table}: ${happened ? 'done' : 'refused'}`)
    if (happened && writes.includes(action)) await putBack(one)
  }
  return surprises
}

const s3 = (credentials?: Credentials) =>
  new S3Client({ forcePathStyle: true, ...(credentials && { credentials }) })
const probed = (Key: string) => ({ Bucket: place.sealedLog, Key })

/** One harmless attempt at each other thing worth protecting. */
const others = {
  'checkpoint Sign': (credentials: Credentials) =>
    new KMSClient({ credentials }).send(
      new SignCommand({
        KeyId: place.checkpointKey,
        Message: Buffer.from('probe'),
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      }),
    ),
  'checkpoint GetPublicKey': (credentials: Credentials) =>
    new KMSClient({ credentials }).send(new GetPublicKeyCommand({ KeyId: place.checkpointKey })),
  'sealedLog PutObject': (credentials: Credentials) =>
    s3(credentials).send(
      new PutObjectCommand({ ...probed(`probe/${newId(new Date())}`), Body: 'probe' }),
    ),
  'sealedLog GetObject': (credentials: Credentials) =>
    s3(credentials).send(new GetObjectCommand(probed('probe/standing'))),
  'sealedLog DeleteObject': (credentials: Credentials) =>
    s3(credentials).send(new DeleteObjectCommand(probed('probe/standing'))),
  'sealedLog PutObjectRetention': (credentials: Credentials) =>
    s3(credentials).send(
      new PutObjectRetentionCommand({
        ...probed('probe/standing'),
        Retention: { Mode: 'COMPLIANCE', RetainUntilDate: new Date('2100-01-01') },
      }),
    ),
  'sealedLog/names ListBucketVersions': (credentials: Credentials) =>
    s3(credentials).send(
      new ListObjectVersionsCommand({ Bucket: place.sealedLog, Prefix: 'probe/', MaxKeys: 1 }),
    ),
  'topics Publish': (credentials: Credentials) =>
    new SNSClient({ credentials }).send(
      new PublishCommand({
        TopicArn: `arn:aws:sns:eu-west-2:000000000000:hub-alerts-${westmarch}`,
        Message: '{"probe":true}',
      }),
    ),
} as const satisfies Record<string, (credentials: Credentials) => Promise<unknown>>

const isGrantedOther = (name: FunctionName, probe: keyof typeof others): boolean => {
  const [resource = '', action = ''] = probe.split(' ')
  return isGranted(name, resource, action)
}

/** Publishing is tried by those who may in the story; here only those who may not are asked. */
const tried = (name: FunctionName) =>
  keysOf(others).filter((probe) => probe !== 'topics Publish' || !isGrantedOther(name, probe))

describe.each(functionNames)('the role of %s', (name) => {
  let credentials: Credentials
  beforeAll(async () => {
    credentials = await become(name)
  })

  it('can read, put over, update and delete of every kind of row what the table of grants says, and no more', async () => {
    const client = new DynamoDBClient({ credentials })
    const surprises = await Promise.all(rows.map((one) => surprisesOf(name, client, one)))
    expect(surprises.flat()).toEqual([])
  })

  it.each(tried(name))('is allowed %s only if the table of grants says so', async (probe) => {
    expect(await isAllowed(() => others[probe](credentials))).toBe(isGrantedOther(name, probe))
  })
})

describe('whoever has taken over hub-submit-concern', () => {
  const rowOf = (kind: string): StandingRow => {
    const found = rows.find((one) => one.kind === kind)
    if (found === undefined) throw new Error(`no row is ${kind}`)
    return found
  }

  it.each([
    ['make a client or rewrite one', ['client']],
    ['rewrite an agreement', ['agreement']],
    ['rewrite a sealed audit row, or the head of the log', ['sealed entry', 'head']],
  ])('cannot %s by a PutItem', async (_, kinds) => {
    const client = new DynamoDBClient({ credentials: await become('submit-concern') })
    for (const one of kinds.map(rowOf)) {
      const forged = { ...one, row: { ...one.row, sk: `${one.row.sk}#forged` } }
      expect(await isAllowed(() => attempts.PutItem(client, one))).toBe(false)
      expect(await isAllowed(() => attempts.PutItem(client, forged))).toBe(false)
      expect([await readRow(one), await readRow(forged)]).toEqual([asItem(one.row), undefined])
    }
  })
})

describe('whoever has taken over hub-deliver-alerts', () => {
  const sendTo = async (code: string): Promise<boolean> => {
    const credentials = await become('deliver-alerts')
    const { origin } = new URL(place.endpoint)
    const QueueUrl = `${origin}/000000000000/hub-inbox-${code}`
    const MessageBody = '{"id":"probe","type":"probe","data":{}}'
    return isAllowed(() =>
      new SQSClient({ credentials }).send(new SendMessageCommand({ QueueUrl, MessageBody })),
    )
  }

  it('can put a message into an inbox to which something is sealed, and into no other', async () => {
    expect([await sendTo(southfen), await sendTo(westmarch)]).toEqual([true, false])
  })
})

describe('all the rows', () => {
  it('stand as they stood before anybody tried', async () => {
    expect(rows.length).toBeGreaterThan(45)
    expect(await Promise.all(rows.map(readRow))).toEqual(rows.map(({ row }) => asItem(row)))
  })
})
