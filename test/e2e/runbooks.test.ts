import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import {
  GetObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { waitingShards } from '../../shared/aws/dynamodb/audit-rows.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { invokeFunction } from './invoke-function.ts'
import { place } from './place.ts'

const execute = promisify(execFile)
const sqs = new SQSClient({})

const urlOf = async (QueueName: string): Promise<string> =>
  (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? ''

const eventOf = (id: string): string =>
  JSON.stringify({ specversion: '1.0', id, type: 'alert.raised', data: {} })

/** Takes messages as a reader's system would until it has this one; others stay. */
const fetchFrom = async (queue: string, id: string): Promise<string | undefined> => {
  const QueueUrl = await urlOf(queue)
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 1 }),
    )
    const found = Messages.find(({ Body = '' }) => Body.includes(id))
    if (found?.ReceiptHandle !== undefined) return found.ReceiptHandle
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return undefined
}

const redrive = async (queue: string): Promise<string> =>
  (await execute(process.execPath, ['cli/hub.ts', 'redrive', queue])).stdout

describe('the runbook of relay-alerts', () => {
  it('4: puts back what SNS could not deliver, to where the authority fetches it', async () => {
    const unsent = `hub-alerts-${westmarch}-unsent`
    const id = 'runbook-unsent#1'
    await sqs.send(
      new SendMessageCommand({ QueueUrl: await urlOf(unsent), MessageBody: eventOf(id) }),
    )
    expect(await redrive(unsent)).toContain(`alert.raised ${id} → hub-inbox-${westmarch}`)
    const QueueUrl = await urlOf(`hub-inbox-${westmarch}`)
    const ReceiptHandle = await fetchFrom(`hub-inbox-${westmarch}`, id)
    expect(ReceiptHandle).toBeDefined()
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    expect(await redrive(unsent)).toContain('0 put back, 0 left')
  })

  it('5: puts back what the authority’s system took five times and never deleted', async () => {
    const inbox = `hub-escalations-${westmarch}`
    const id = 'runbook-refused#1'
    const QueueUrl = await urlOf(inbox)
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: eventOf(id) }))
    for (let taken = 0; taken < 5; taken += 1) {
      const ReceiptHandle = await fetchFrom(inbox, id)
      await sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }),
      )
    }
    // The sixth reading finds it put aside.
    await sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 }))
    expect(await redrive(`${inbox}-refused`)).toContain(`alert.raised ${id} → ${inbox}`)
    const ReceiptHandle = await fetchFrom(inbox, id)
    expect(ReceiptHandle).toBeDefined()
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
  })
})

describe('the runbook of watch-tables', () => {
  it('4: has what a stream gave up on looked at again, whole', async () => {
    const queue = 'hub-watch-tables-left-behind'
    const s3 = new S3Client({ forcePathStyle: true })
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}))
    const [name = ''] = Buckets.map(({ Name = '' }) => Name).filter(
      (one) => one.includes('leftbehind') && !one.includes('access'),
    )
    const key = `aws/lambda/runbook/${newId(new Date())}`
    const table = place.tables.auditLog
    const record = {
      eventID: 'runbook',
      eventName: 'REMOVE',
      eventSourceARN: `arn:aws:dynamodb:eu-west-2:000000000000:table/${table}/stream/1`,
      dynamodb: {
        Keys: { pk: { S: 'SUBJECT#runbook' }, sk: { S: 'runbook' } },
        OldImage: { pk: { S: 'SUBJECT#runbook' }, sk: { S: 'runbook' } },
        SequenceNumber: '1',
      },
    }
    const functionArn = 'arn:aws:lambda:eu-west-2:000000000000:function:hub-watch-tables:live'
    const Body = JSON.stringify({
      requestContext: { functionArn },
      payload: JSON.stringify({ Records: [record] }),
    })
    await s3.send(new PutObjectCommand({ Bucket: name, Key: key, Body }))
    await expect
      .poll(() => redrive(queue), { timeout: 60_000 })
      .toBe('1 changes → hub-watch-tables\n1 put back, 0 left\n')
    const get = s3.send(new GetObjectCommand({ Bucket: name, Key: key }))
    await expect(get).rejects.toMatchObject({ name: 'NoSuchKey' })
    expect(await redrive(queue)).toBe('0 put back, 0 left\n')
  })
})

describe('the runbook of seal-audit', () => {
  /**
   * Other suites write entries meanwhile: only those that waited before are asked for. Whoever tries what a role may do leaves a
   * row in a shard that there is not, which nobody seals.
   */
  it('3: seals by hand what waits, as its own role, until nothing of it does', async () => {
    const waiting = async (): Promise<string[]> => {
      const { Items = [] } = await new DynamoDBClient({}).send(
        new ScanCommand({ TableName: place.tables.auditEntries, ConsistentRead: true }),
      )
      return Items.filter(({ pk }) => waitingShards.includes(pk?.S ?? '')).map(
        ({ pk, sk }) => `${pk?.S ?? ''} ${sk?.S ?? ''}`,
      )
    }
    const before = new Set(await waiting())
    await invokeFunction('seal-audit')
    await expect
      .poll(async () => (await waiting()).filter((key) => before.has(key)), { timeout: 60_000 })
      .toEqual([])
  })
})
