import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { southfen } from '../../infra/stages/local.ts'
import { readAll } from '../builders/read-all.ts'
import { place } from './place.ts'
import { strangersPython } from './strangers-python.ts'

const execute = promisify(execFile)
const { directory, auditEntries, auditLog } = place.tables
const hub = [process.execPath, 'cli/hub.ts']
const tables = ['--directory', directory, '--audit-entries', auditEntries]

const entrySchema = z.object({
  entryId: z.string(),
  action: z.string(),
  actor: z.string(),
  authority: z.string().optional(),
  subjects: z.array(z.string()),
  codes: z.record(z.string(), z.string()).optional(),
})

/** What the log says of one alert’s deliveries, each once: an entry stands under every subject when it is sealed. */
const deliveriesOf = async (alertId: string) => {
  const entries = [...(await readAll(auditEntries)), ...(await readAll(auditLog))]
    .flatMap((row) => entrySchema.safeParse(row['entry']).data ?? [])
    .filter(({ action, subjects }) => action === 'ALERT_DELIVERED' && subjects.includes(alertId))
  const each = new Map(entries.map((entry) => [entry.entryId, entry]))
  return [...each.values()].toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))
}

let folder: string
let python: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-stranger-'))
  python = join(await strangersPython(), 'python')
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a receiver that none of our code helps', () => {
  it('is pushed an alert as the API would show it, again after a refusal; opens another that was sealed to it; and polls a third; the log has each', async () => {
    const words = [place, folder, hub, tables, southfen].map((word) => JSON.stringify(word))
    const { stdout } = await execute(python, ['test/e2e/receiver.py', ...words], {
      env: { ...process.env, HUB_ENDPOINT: place.endpoint },
    })
    const [, pushed = ''] = /pushed: (\S+)/.exec(stdout) ?? []
    const [, sealed = ''] = /sealed: (\S+)/.exec(stdout) ?? []
    expect(stdout).toContain('polled: ')
    const said = { actor: 'deliver-alerts', authority: southfen }
    expect(await deliveriesOf(pushed)).toMatchObject([
      { ...said, codes: { by: 'push', attempt: '1' } },
      { ...said, codes: { by: 'push', attempt: '2' } },
    ])
    expect(await deliveriesOf(sealed)).toMatchObject([
      { ...said, codes: { by: 'queue', sealedTo: 'seal-1' } },
    ])
  }, 300_000)
})
