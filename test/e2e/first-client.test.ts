import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { roleNameOf } from '../../infra/grants.ts'
import { readAll } from '../builders/read-all.ts'
import { place } from './place.ts'
import { strangersPython } from './strangers-python.ts'

const execute = promisify(execFile)
const { directory, auditEntries, auditLog, casework, tokens } = place.tables
const hub = [process.execPath, 'cli/hub.ts']
const tables = ['--directory', directory, '--audit-entries', auditEntries]

const asOperator = async () => {
  const RoleArn = `arn:aws:iam::000000000000:role/${roleNameOf('operator')}`
  const { Credentials: given } = await new STSClient({}).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'first-client' }),
  )
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  }
}

const entrySchema = z.object({
  action: z.string(),
  practitioner: z.string(),
  subjects: z.array(z.string()),
})

describe('the operator of a deployed hub', () => {
  let folder: string
  let commands: string
  let credentials: Awaited<ReturnType<typeof asOperator>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-first-client-'))
    commands = await strangersPython()
    credentials = await asOperator()
  }, 300_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('lets a first client in by command, with a key of the client’s own making, and it sends a concern', async () => {
    const words = [place, folder, hub, tables].map((word) => JSON.stringify(word))
    const { stdout } = await execute(
      join(commands, 'python'),
      ['test/e2e/first_client.py', ...words],
      {
        env: {
          ...process.env,
          HUB_ENDPOINT: place.endpoint,
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          AWS_SESSION_TOKEN: credentials.sessionToken,
        },
      },
    )
    const [, client = 'none'] = /let in: (\S+)/.exec(stdout) ?? []
    const entries = [...(await readAll(auditEntries)), ...(await readAll(auditLog))]
      .flatMap((row) => entrySchema.safeParse(row['entry']).data ?? [])
      .filter((entry) => entry.subjects.includes(client) && entry.practitioner === 'op-1')
    expect(new Set(entries.map(({ action }) => action))).toEqual(
      new Set(['CLIENT_REGISTERED', 'CLIENT_KEYS_ROTATED', 'CLIENT_SUSPENDED']),
    )
  }, 120_000)

  it.each([
    ['casework', casework],
    ['tokens', tokens],
    ['auditLog', auditLog],
  ])('is refused to write a row of %s', async (_, TableName) => {
    const Item = { pk: { S: 'PROBE#nothing' }, sk: { S: 'PROBE' } }
    await expect(
      new DynamoDBClient({ credentials }).send(new PutItemCommand({ TableName, Item })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })
})
