import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { InputError } from '../../../../cli/evaluate/input-error.ts'
import { livePorts } from '../../../../cli/hub/live-ports.ts'
import { hubProgram } from '../../../../cli/hub/program.ts'
import { type Served, startServer } from '../../../../local/serve/start-server.ts'

const family = 'docs/examples/concern.json'
let folder: string
let served: Served
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-as-client-'))
  const at = { folder, log: () => {}, publish: async () => undefined }
  served = await startServer({ ...at, port: 0, children: 0 })
})
afterAll(async () => {
  await served.stop()
  await rm(folder, { recursive: true })
})

/** What the command prints as a client of the hub that is served. @throws InputError with what it says instead */
const run = async (client: string, ...words: readonly string[]): Promise<string> => {
  const printed: string[] = []
  const print = (text: string): void => void printed.push(text)
  const ports = async () => ({
    ...livePorts,
    print,
    readDemo: async (id: string) => ({
      hub: served.place.apiUrl,
      key: join(served.place.clientKeys, `${id}.pem`),
    }),
  })
  const whole = [...words, '--client', client]
  await (await hubProgram({ ports, print, say: () => undefined }, whole)).parseAsync(whole, {
    from: 'user',
  })
  return printed.join('')
}

const service = 'westmarch-substance-misuse'
const authority = 'westmarch-social-care'
const worker = ['--practitioner', 'SW-101']

describe('the command hub, as a client of the API', () => {
  it('sends a concern once, however often it is sent under its key', async () => {
    const first = await run(service, 'submit', family, '--json')
    const { concernId, idempotencyKey } = z
      .object({ concernId: z.uuid(), idempotencyKey: z.string() })
      .parse(JSON.parse(first))
    const again = await run(service, 'submit', family, '--idempotency-key', idempotencyKey)
    expect(again.split('\n')[0]).toBe(concernId)
  })

  it('lists the inbox, shows an alert and acknowledges it in the version that was read', async () => {
    await run(service, 'submit', family)
    const { alerts } = z
      .object({ alerts: z.array(z.object({ alertId: z.uuid(), version: z.int() })) })
      .parse(JSON.parse(await run(authority, 'alerts', 'list', '--json')))
    const [{ alertId, version } = { alertId: '', version: 0 }] = alerts
    expect(await run(authority, 'alerts', 'show', alertId, ...worker)).toContain('"content"')
    const other = ['alerts', 'acknowledge', alertId, ...worker, '--version']
    await expect(run(authority, ...other, `${version + 1}`)).rejects.toThrow('the hub answers 412')
    await run(authority, ...other, `${version}`)
    expect(await run(authority, 'alerts', 'list')).toMatch(
      new RegExp(`^${alertId}  ${version + 1}  \\w+  ACKNOWLEDGED`, 'm'),
    )
    expect(await run(authority, 'alerts', 'test')).toContain('on its way')
  })

  it('reads the log as an auditor asks, page by page, and its newest checkpoint', async () => {
    const asked = ['--ask', 'action=TOKEN_ISSUED', '--ask', 'limit=2', '--practitioner', 'A-1']
    const lines = (await run('hub-auditor', 'audit', 'list', ...asked)).trim().split('\n')
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.filter((line) => !line.includes('  TOKEN_ISSUED  '))).toEqual([])
    expect(await run('hub-auditor', 'audit', 'checkpoint')).toMatch(/^\S+\/audit\/\w+\n\d+\n/)
  })

  it('follows the log from where it was, and leaves nothing out', async () => {
    const state = join(folder, 'place.json')
    const asked = ['audit', 'follow', '--state', state, '--practitioner', 'SIEM-1']
    const read = async () => {
      await run(service, 'submit', family)
      await served.tick()
      const lines = (await run('hub-auditor', ...asked)).trim().split('\n')
      return lines.map((line) =>
        z.object({ entryId: z.string(), action: z.string() }).parse(JSON.parse(line)),
      )
    }
    const first = await read()
    const second = await read()
    const ids = [...first, ...second].map(({ entryId }) => entryId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(second.map(({ action }) => action)).toContain('CONCERN_SUBMITTED')
    expect(second.length).toBeLessThan(first.length)
  })

  it.each([
    [['submit', 'README.md'], 'README.md: is no JSON'],
    [['alerts', 'list', '--hub', 'http://hub.example/v1'], 'give both --hub and --key, or neither'],
    [['alerts', 'list'], 'the hub answers 403'],
    [['audit', 'list', '--ask', 'since=0'], '--ask since: it has no end'],
  ])('%j: says what to do', async (words, sentence) => {
    await expect(run(service, ...words)).rejects.toThrow(sentence)
    await expect(run(service, ...words)).rejects.toBeInstanceOf(InputError)
  })
})
