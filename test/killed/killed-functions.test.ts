import { execFile } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { apiClient } from '../../local/api-client.ts'
import { say } from '../../local/say.ts'
import { alertOf } from '../../shared/aws/dynamodb/alert-rows.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { dynamodbScan, pagesOf } from '../../shared/aws/dynamodb/scan.ts'
import { type ConcernId, concernIdSchema } from '../../shared/kernel/ids.ts'
import { sideBySide } from '../../shared/kernel/side-by-side.ts'
import { isNightly } from '../builders/runs.ts'
import { invokeFunction } from '../e2e/invoke-function.ts'
import { place } from '../e2e/place.ts'
import { answerConcern, cutOff, follow, submit } from './driver.ts'
import { aConcernAbout } from './families.ts'
import { killOne } from './workers.ts'

const concerns = isNightly ? 100 : 5
/** So long the driver waits at most: what a stream gave up on is the sweep's after a minute. */
const minutes = isNightly ? 30 : 5
/** Milliseconds from one to the next. */
const betweenKills = [100, 900] as const
const atOnce = 4

const execute = promisify(execFile)
const client = new DynamoDBClient({})
const store = dynamodbStore(client)
const auditor = apiClient(place, 'hub-auditor')

/** Kills until it is told to stop; gives what it killed. */
const killing = async (isOver: () => boolean): Promise<readonly string[]> => {
  const { port } = new URL(place.endpoint)
  const killed: string[] = []
  while (!isOver()) {
    const name = await killOne(port, (count) => (count === 0 ? 0 : randomInt(count)))
    if (name !== undefined) killed.push(name)
    await setTimeout(randomInt(...betweenKills))
  }
  return killed
}

type Sent = { readonly key: string; readonly body: unknown; readonly concernId: ConcernId }

/** Every concern sent and answered while functions are killed. */
const drive = async (): Promise<{ sent: readonly Sent[]; killed: readonly string[] }> => {
  let isOver = false
  const killed = killing(() => isOver)
  const sent: Sent[] = []
  const working = { store, until: Date.now() + minutes * 60_000 }
  try {
    await sideBySide(
      Array.from({ length: concerns }, (_, at) => ({ key: randomUUID(), body: aConcernAbout(at) })),
      atOnce,
      async ({ key, body }) => {
        const { status, body: accepted } = await submit(key, body)
        expect(status).toBe(202)
        const { concernId } = z.object({ concernId: concernIdSchema }).parse(accepted)
        sent.push({ key, body, concernId })
        await answerConcern(working, concernId)
      },
    )
  } finally {
    isOver = true
  }
  return { sent, killed: await killed }
}

/** What a killed sweep or seal left is done by the next. */
const heal = async (): Promise<void> => {
  for (const name of ['watch-clocks', 'publish-messages', 'seal-audit']) await invokeFunction(name)
}

/** Which concern each alert of the hub tells of. */
const concernsOfAlerts = async (): Promise<readonly ConcernId[]> => {
  const found: ConcernId[] = []
  const casework = pagesOf(dynamodbScan(client), place.tables.casework, { number: 0, of: 1 })
  for await (const rows of casework)
    found.push(...rows.filter(({ sk }) => sk === 'ALERT').map((row) => alertOf(row).concernId))
  return found
}

const entriesSchema = z.object({ items: z.array(z.object({ action: z.string() })) })

const actionsOn = async (concernId: ConcernId): Promise<readonly string[]> => {
  const path = `/audit/entries?subject=${concernId}&limit=100`
  const { body } = await auditor.call('GET', path, { headers: { 'Hub-Practitioner': 'A-0007' } })
  return entriesSchema.parse(body).items.map(({ action }) => action)
}

// What a process was started with is read from /proc.
describe.runIf(process.platform === 'linux')('functions killed while they work', () => {
  let driven: Awaited<ReturnType<typeof drive>>
  beforeAll(async () => {
    driven = await drive()
    await heal()
    const names = [...Map.groupBy(driven.killed, (name) => name)]
    const counts = names.map(([name, ones]) => `${name} ${ones.length}`).join(', ')
    say(`${driven.killed.length} functions killed (${counts}), ${cutOff.count} calls cut off`)
  }, minutes * 60_000)

  it('were killed, and cut callers off', () => {
    expect(driven.killed.length).toBeGreaterThanOrEqual(concerns / 2)
  })

  it('lose no concern, and answer each key as the first time', async () => {
    expect(new Set(driven.sent.map(({ concernId }) => concernId)).size).toBe(concerns)
    for (const { key, body, concernId } of driven.sent) {
      const again = await submit(key, body)
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 'true'])
      expect(again.body).toMatchObject({ concernId })
      const { body: followed } = await follow(concernId)
      expect(followed).toMatchObject({ feedback: [expect.anything()] })
    }
  })

  it('raise one alert of each concern, and write each act down once', async () => {
    const ofConcerns = await concernsOfAlerts()
    for (const { concernId } of driven.sent) {
      expect(ofConcerns.filter((one) => one === concernId)).toHaveLength(1)
      const actions = await actionsOn(concernId)
      for (const once of ['CONCERN_SUBMITTED', 'CONCERN_ASSESSED', 'ALERT_RAISED'])
        expect(actions.filter((action) => action === once)).toEqual([once])
    }
  })

  it('leave a sum that adds up, by the operator’s own command', async () => {
    const { intake, casework } = place.tables
    const words = ['reconcile', '--table', `intake=${intake}`, `casework=${casework}`]
    const { stdout } = await execute(process.execPath, ['cli/hub.ts', ...words])
    expect(stdout).toMatch(/^\d+ committed = /)
    expect(stdout).not.toContain('do not add up')
  })

  it('leave a log that verifies', async () => {
    const logged = await invokeFunction('verify-log', 'LOG_WALKED')
    expect(logged).toContain('LOG_WALKED')
    expect(logged).not.toMatch(/LOG_ALTERED|RECORD_FAILED|STOPPED/)
  })
})
