import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { beforeAll, describe, expect, it } from 'vitest'
import { grants, roleNameOf, someRows } from '../../infra/grants.ts'
import { westmarch } from '../../infra/stages/local.ts'
import { type FunctionName, functionNames } from '../../shared/config/functions.ts'
import { place } from './place.ts'

const { tables } = place
const Key = { pk: { S: 'PROBE#nothing' }, sk: { S: 'PROBE' } }
const topic = `arn:aws:sns:eu-west-2:000000000000:hub-alerts-${westmarch}`

type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
}

/** A function's role, borrowed: what it is refused here it is refused in its function. */
const become = async (name: FunctionName): Promise<Credentials> => {
  const RoleArn = `arn:aws:iam::000000000000:role/${roleNameOf(name)}`
  const { Credentials: given } = await new STSClient({}).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'probe' }),
  )
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  }
}

/** One harmless attempt at each thing worth protecting. Conditions that never hold keep the writes from happening. */
const never = { ConditionExpression: 'attribute_exists(neverThere)' }
const probes = {
  'directory GetItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new GetItemCommand({ TableName: tables.directory, Key }),
    ),
  'directory PutItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new PutItemCommand({ TableName: tables.directory, Item: Key, ...never }),
    ),
  'tokens GetItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(new GetItemCommand({ TableName: tables.tokens, Key })),
  'tokens PutItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new PutItemCommand({ TableName: tables.tokens, Item: Key, ...never }),
    ),
  'intake GetItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(new GetItemCommand({ TableName: tables.intake, Key })),
  'intake PutItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new PutItemCommand({ TableName: tables.intake, Item: Key, ...never }),
    ),
  'register GetItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new GetItemCommand({ TableName: tables.register, Key }),
    ),
  'register PutItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new PutItemCommand({ TableName: tables.register, Item: Key, ...never }),
    ),
  'register Scan': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new ScanCommand({ TableName: tables.register, Limit: 1 }),
    ),
  'casework GetItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new GetItemCommand({ TableName: tables.casework, Key }),
    ),
  'casework PutItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new PutItemCommand({ TableName: tables.casework, Item: Key, ...never }),
    ),
  'casework Scan': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new ScanCommand({ TableName: tables.casework, Limit: 1 }),
    ),
  'auditEntries GetItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new GetItemCommand({ TableName: tables.auditEntries, Key }),
    ),
  'auditEntries PutItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new PutItemCommand({ TableName: tables.auditEntries, Item: Key, ...never }),
    ),
  'auditEntries UpdateItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new UpdateItemCommand({
        TableName: tables.auditEntries,
        Key,
        UpdateExpression: 'REMOVE nothing',
        ...never,
      }),
    ),
  'auditEntries DeleteItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new DeleteItemCommand({ TableName: tables.auditEntries, Key, ...never }),
    ),
  'auditLog GetItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new GetItemCommand({ TableName: tables.auditLog, Key }),
    ),
  'auditLog PutItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new PutItemCommand({ TableName: tables.auditLog, Item: Key, ...never }),
    ),
  'auditLog UpdateItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new UpdateItemCommand({
        TableName: tables.auditLog,
        Key,
        UpdateExpression: 'REMOVE nothing',
        ...never,
      }),
    ),
  'auditLog DeleteItem': (credentials: Credentials) =>
    new DynamoDBClient({ credentials }).send(
      new DeleteItemCommand({ TableName: tables.auditLog, Key, ...never }),
    ),
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
  'topics Publish': (credentials: Credentials) =>
    new SNSClient({ credentials }).send(
      new PublishCommand({ TopicArn: topic, Message: '{"probe":true}' }),
    ),
} as const satisfies Record<string, (credentials: Credentials) => Promise<unknown>>
type Probe = keyof typeof probes

const refusals = new Set(['AccessDeniedException', 'AccessDenied', 'AuthorizationErrorException'])

const isAllowed = async (probe: Probe, credentials: Credentials): Promise<boolean> => {
  try {
    await probes[probe](credentials)
    return true
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (refusals.has(name)) return false
    if (name === 'ConditionalCheckFailedException') return true
    throw error
  }
}

/** What is granted of some rows of a table counts for all of it: the emulator does not tell rows apart. */
const isGranted = (name: FunctionName, probe: Probe): boolean => {
  const [resource = '', action = ''] = probe.split(' ')
  const granted: Partial<Record<string, readonly string[]>> = grants[name]
  const parts = Object.entries(someRows).filter(([, { table }]) => table === resource)
  return [resource, ...parts.map(([part]) => part)].some(
    (of) => granted[of]?.includes(action) ?? false,
  )
}

// Publishing is tried by the relay itself in the story; here only those who may not are asked.
const probed = (name: FunctionName): Probe[] =>
  (Object.keys(probes) as Probe[]).filter(
    (probe) => probe !== 'topics Publish' || !isGranted(name, probe),
  )

describe.each(functionNames)('the role of %s', (name) => {
  let credentials: Credentials
  beforeAll(async () => {
    credentials = await become(name)
  })

  it.each(probed(name))('is allowed %s only if the table of grants says so', async (probe) => {
    expect(await isAllowed(probe, credentials)).toBe(isGranted(name, probe))
  })
})
