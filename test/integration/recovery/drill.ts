import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { liveTarget } from '../../../cli/recovery/live-recovery.ts'
import type { TableName } from '../../../shared/aws/dynamodb/tables.ts'
import { writeExport } from '../../builders/write-export.ts'
import { createKeys, startHubOver } from '../in-process-hub.ts'
import { createTables, emulator } from '../tables.ts'

export const dynamodb = new DynamoDBClient(emulator())
export const target = liveTarget(dynamodb)

export type Tables = Readonly<Record<TableName, string>>

/** Fresh tables, as a new hub's; the log's with a stream, by whose label every log is told from every other. */
export const freshTables = async (): Promise<Tables> => {
  const tables = await createTables(dynamodb, `drill-${randomUUID().slice(0, 8)}`)
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const }
  await dynamodb.send(new UpdateTableCommand({ TableName: tables.auditLog, StreamSpecification }))
  return tables
}

/** A hub that seals its log. */
export const startSealingHub = async () => {
  const keyIds = await createKeys(new KMSClient(emulator()), { seals: true })
  const tables = await freshTables()
  return { keyIds, ...(await startHubOver({ tables, keyIds })) }
}
export type SealingHub = Awaited<ReturnType<typeof startSealingHub>>

/**
 * Tables of a hub as they stand, in the form of DynamoDB's own export: the emulator answers for an export and writes no
 * file of it.
 */
export const exportTables = async (
  folder: string,
  { tables, now }: Pick<SealingHub, 'tables' | 'now'>,
  names: readonly TableName[],
): Promise<void> => {
  for (const table of names) {
    const items = []
    for await (const page of target.items(tables[table])) items.push(...page)
    await writeExport(folder, { table, items }, { exportTime: now(), rowsInFile: 20 })
  }
}

type Ran = {
  readonly code: number | null
  readonly out: string
  readonly said: string
}

/** Runs `hub` as an operator does, in a process of its own; `killAt` kills it as soon as it says that. */
export const runHub = (line: readonly string[], tables: Tables, killAt?: string): Promise<Ran> =>
  new Promise((done, fail) => {
    const { endpoint, region, credentials } = emulator()
    const named = Object.entries(tables).flatMap(([what, name]) => ['--table', `${what}=${name}`])
    const child = spawn(process.execPath, [resolve('cli/hub.ts'), ...line, ...named], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HUB_ENDPOINT: endpoint,
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      },
    })
    let out = ''
    let said = ''
    child.stdout.on('data', (chunk) => {
      out += String(chunk)
    })
    child.stderr.on('data', (chunk) => {
      said += String(chunk)
      if (killAt !== undefined && said.includes(killAt)) child.kill('SIGKILL')
    })
    child.once('error', fail)
    child.once('close', (code) => done({ code, out, said }))
  })

/** The line of `hub restore`. */
export const restoreLine = (folder: string, { keyIds }: Pick<SealingHub, 'keyIds'>) => [
  ...['restore', '--from', folder, '--state', join(folder, 'state.json')],
  ...['--index-key', keyIds.index, '--by', 'OPS-1'],
]
