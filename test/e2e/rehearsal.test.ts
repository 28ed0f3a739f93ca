import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { clientSchema } from '../../shared/agencies/client.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { clientRow } from '../../shared/aws/dynamodb/clients.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { readTokenKey } from '../../shared/aws/kms/token-key.ts'
import type { RehearsalClientId } from '../../shared/config/rehearsal-clients.ts'
import { rehearsalClients } from '../builders/rehearsal-clients.ts'
import { invokeFunction } from './invoke-function.ts'
import { place } from './place.ts'

const store = dynamodbStore(new DynamoDBClient({}))

/** As the operator's command writes it: the public half of the key that signs for the client. */
const letIn = async (clientId: RehearsalClientId, active: boolean): Promise<void> => {
  const client = rehearsalClients.find((one) => one.clientId === clientId)
  const key = await readTokenKey(
    kmsKeys(new KMSClient({})),
    `alias/hub/${clientId.replace('-', '')}`,
  )
  const row = clientRow(clientSchema.parse({ ...client, active, keys: [key] }))
  await store.transact([put(place.tables.directory, row)])
}

const lineSchema = z.object({
  RehearsalsThrough: z.number(),
  RehearsalSeconds: z.number().optional(),
})

const measuredIn = (logged: string): unknown => {
  const line = logged.split('\n').find((one) => one.includes('CONCERN_REHEARSED')) ?? '{}'
  return lineSchema.parse(JSON.parse(line.slice(line.indexOf('{'))))
}

beforeAll(async () => {
  for (const { clientId } of rehearsalClients) await letIn(clientId, true)
})

/** On a machine that is short of breath an alert comes late; then it is counted with the next run, as it should be. */
const untilInTime = async (): Promise<string> => {
  const logged = await invokeFunction('rehearse-concern', 'CONCERN_REHEARSED')
  return logged.includes('REHEARSAL_FAILED') && logged.includes('"kind":"wait"')
    ? untilInTime()
    : logged
}

it('goes the whole way from outside as it is deployed, with keys that never leave, again and again', async () => {
  for (const _ of [1, 2]) {
    const logged = await untilInTime()
    expect(logged).not.toContain('REHEARSAL_FAILED')
    expect(measuredIn(logged)).toEqual({
      RehearsalsThrough: expect.any(Number) as number,
      RehearsalSeconds: expect.any(Number) as number,
    })
  }
}, 240_000)

it('measures that none came through, and says where it stopped, when one part of the way is closed', async () => {
  await letIn('rehearsal-referrer', false)
  const logged = await invokeFunction('rehearse-concern', 'CONCERN_REHEARSED')
  expect(measuredIn(logged)).toEqual({ RehearsalsThrough: 0 })
  expect(logged).toMatch(/"level":"WARN".*"REHEARSAL_FAILED".*"kind":"submit".*"status":401/)
})
