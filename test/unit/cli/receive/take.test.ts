import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { fetchFrom } from '../../../../cli/receive/fetch-queue.ts'
import { fileOf, handOverTo, isHeldIn } from '../../../../cli/receive/hand-over.ts'
import { answerPush } from '../../../../cli/receive/listen.ts'
import { pollInbox } from '../../../../cli/receive/poll-inbox.ts'
import { inWords, type Said } from '../../../../cli/receive/said.ts'
import { take } from '../../../../cli/receive/take.ts'
import { openSealed, readUnsealingKey } from '../../../../client/receive/open-sealed.ts'
import { publishedKeys } from '../../../../client/receive/published-keys.ts'
import { signSealed } from '../../../../shared/outbox/sealed.ts'
import { webhookHeaders } from '../../../../shared/outbox/webhook.ts'
import { sealTo } from '../../../../shared/sending/seal.ts'

const alertId = '01a207d9-2100-7000-8000-000000000001'
const id = `${alertId}#1`
const data = { alertId, version: 1, urgency: 'immediate' }
const type = 'uk.safeguarding-hub.alert.raised.v1'
const event = (more: object = {}) => JSON.stringify({ id, type, data: { ...data, ...more } })
const content = { alertId, version: 1, content: { reason: 'told' } }

const hubKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x } = z.object({ x: z.string() }).parse(publicKey.export({ format: 'jwk' }))
  const kid = `kid-of-${x.slice(0, 6)}`
  const jwk = { kty: 'OKP', crv: 'Ed25519', x, kid }
  return { jwk, kid, sign: async (text: string) => sign(null, Buffer.from(text), privateKey) }
}
const pemOf = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }).toString()
const sealingKey = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = z
    .object({ x: z.string(), y: z.string() })
    .parse(publicKey.export({ format: 'jwk' }))
  const from = '2026-01-01T00:00:00.000Z'
  return { kid, pem: pemOf(privateKey), jwk: { kty: 'EC', crv: 'P-256', x, y, kid, from } as const }
}

const hub = hubKey()
const ours = sealingKey('ours')
const now = new Date('2026-11-26T12:00:00.000Z')
const published = publishedKeys(
  async () => ({ keys: [{ kty: 'EC', kid: 'token' }, hub.jwk] }),
  () => now,
)
const opening = async (...keys: readonly ReturnType<typeof sealingKey>[]) =>
  openSealed(await Promise.all(keys.map(({ pem, kid }) => readUnsealingKey(pem, kid))), published)
const sealed = async (by = hub, to = ours, inside: unknown = content) =>
  signSealed(await sealTo(to.jwk, JSON.stringify(inside)), by)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-receive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Takes events into a folder of its own. */
const desk = async (name: string, first?: (text: string) => Promise<void>) => {
  const into = join(folder, name)
  const said: string[] = []
  const deps = {
    open: await opening(ours),
    handOver: handOverTo(into, first),
    isHeld: isHeldIn(into),
    published,
    now: () => now,
    say: (one: Said) => void said.push(inWords(one)),
  }
  const files = async () => (await readdir(into).catch(() => [])).toSorted()
  return { into, deps, said, files }
}

describe('an event that is received', () => {
  it('is one whole file, however often it comes', async () => {
    const { into, deps, files } = await desk('once')
    expect(await take(event(), deps)).toEqual({ kind: 'handed-over', id })
    expect(await take(event(), deps)).toEqual({ kind: 'already', id })
    expect(await files()).toEqual([`${alertId}_1.json`])
    expect(await readFile(join(into, `${alertId}_1.json`), 'utf8')).toBe(event())
  })

  it('is the same file once after a crash between handing over and confirming, and none of a part', async () => {
    const { into, deps, files } = await desk('crash', async () => {
      throw new Error('the power fails')
    })
    await expect(take(event(), deps)).rejects.toThrow('the power fails')
    expect(await files()).toEqual([`${alertId}_1.json.partial`])
    await writeFile(join(into, `${alertId}_1.json.partial`), 'a par')
    const again = { ...deps, handOver: handOverTo(into) }
    expect(await take(event(), again)).toEqual({ kind: 'handed-over', id })
    expect(await files()).toEqual([`${alertId}_1.json`])
    expect(await readFile(join(into, `${alertId}_1.json`), 'utf8')).toBe(event())
  })

  it('names no path, whatever its id', () => {
    expect(fileOf(id)).toBe(`${alertId}_1.json`)
    for (const hostile of ['../../etc/passwd', 'a/b', 'a\u0000b', '..', 'x'.repeat(300), ''])
      expect(fileOf(hostile)).toMatch(/^[0-9a-f]{64}\.json$/)
  })

  it('is refused where it is none', async () => {
    const { deps, files } = await desk('none')
    expect(await take('no event', deps)).toEqual({ kind: 'refused', why: 'no-event' })
    expect(await files()).toEqual([])
  })
})

describe('an event that is sealed', () => {
  it('is handed over open', async () => {
    const { into, deps } = await desk('open')
    await take(event({ sealed: await sealed() }), deps)
    const text = await readFile(join(into, `${alertId}_1.json`), 'utf8')
    expect(JSON.parse(text)).toEqual({ id, type, data: { ...data, alert: content } })
  })

  it('is opened by a key whose name the hub calls otherwise, and by the older of two', async () => {
    const older = { ...sealingKey('older') }
    const open = await opening(ours, older)
    expect(await open(await sealed(hub, older))).toMatchObject({ kind: 'opened' })
    const renamed = { ...older, jwk: { ...older.jwk, kid: 'another-name' } }
    expect(await open(await sealed(hub, renamed))).toMatchObject({ kind: 'opened' })
  })

  it.each([
    ['signed by nobody whom the hub names', async () => sealed(hubKey()), 'not-the-hubs'],
    [
      'signed by another in the name of the hub’s key',
      async () => sealed({ ...hubKey(), kid: hub.kid }),
      'not-the-hubs',
    ],
    ['sealed to somebody else', async () => sealed(hub, sealingKey('theirs')), 'not-ours'],
    [
      'about another alert than it says beside',
      async () => sealed(hub, ours, { alertId: 'x' }),
      'not-the-hubs',
    ],
    ['no seal at all', async () => 'a.b.c', 'not-the-hubs'],
    [
      'sealed, and not signed',
      async () => sealTo(ours.jwk, JSON.stringify(content)),
      'not-the-hubs',
    ],
  ])('is refused where it is %s', async (name, made, why) => {
    const { deps, files } = await desk(name)
    expect(await take(event({ sealed: await made() }), deps)).toEqual({ kind: 'refused', why })
    expect(await files()).toEqual([])
  })

  it('is refused where there is no key to open it with', async () => {
    const { deps } = await desk('no-key')
    const without = { ...deps, open: await opening() }
    expect(await take(event({ sealed: await sealed() }), without)).toEqual({
      kind: 'refused',
      why: 'no-key',
    })
  })
})

describe('what is pushed', () => {
  const pushed = async (by = hub) => ({
    body: event(),
    headers: await webhookHeaders({ id, body: event() }, { now, sign: by.sign }),
  })

  it('is answered 204 once it was handed over, and again when it comes again', async () => {
    const { deps, said, files } = await desk('push')
    expect(await answerPush(await pushed(), deps)).toBe(204)
    expect(await answerPush(await pushed(), deps)).toBe(204)
    expect(said).toEqual([`handed-over ${id}`, `already ${id}`])
    expect(await files()).toHaveLength(1)
  })

  it('is answered 401 where it is not the hub’s, 422 where it cannot be taken, and leaves no file', async () => {
    const { deps, files } = await desk('forged')
    expect(await answerPush(await pushed(hubKey()), deps)).toBe(401)
    expect(await answerPush({ ...(await pushed()), body: event({ version: 2 }) }, deps)).toBe(401)
    const body = 'no event'
    const headers = await webhookHeaders({ id, body }, { now, sign: hub.sign })
    expect(await answerPush({ body, headers }, deps)).toBe(422)
    expect(await files()).toEqual([])
  })
})

describe('what waits in a queue', () => {
  it('is deleted once it was handed over, and what was refused stays', async () => {
    const { deps, said } = await desk('queue')
    const removed: string[] = []
    const inbox = {
      receive: async () => [
        { body: event(), receipt: 'first' },
        { body: 'no event', receipt: 'second' },
        { body: event(), receipt: 'third' },
      ],
      remove: async (receipt: string) => void removed.push(receipt),
    }
    expect(await fetchFrom(inbox, deps)).toBe(3)
    expect(removed).toEqual(['first', 'third'])
    expect(said).toEqual([`handed-over ${id}`, 'refused no-event', `already ${id}`])
  })

  it('stays where handing over fails', async () => {
    const { deps } = await desk('full', async () => {
      throw new Error('the disk is full')
    })
    const removed: string[] = []
    const inbox = {
      receive: async () => [{ body: event(), receipt: 'first' }],
      remove: async (receipt: string) => void removed.push(receipt),
    }
    await expect(fetchFrom(inbox, deps)).rejects.toThrow('the disk is full')
    expect(removed).toEqual([])
  })
})

describe('what stands in the API’s inbox', () => {
  it('is read once a version, over all pages', async () => {
    const { deps, files } = await desk('poll')
    const other = '01a207d9-2100-7000-8000-000000000002'
    const asked: string[] = []
    const unattended: string[] = []
    let version = 1
    const api = {
      get: async (path: string, headers?: Readonly<Record<string, string>>) => {
        asked.push(path)
        if (headers?.['Hub-Unattended'] === 'true') unattended.push(path)
        if (path === '/alerts?limit=100') {
          const links = { next: '/v1/alerts?state=open&limit=100&cursor=c' }
          return { status: 200, body: { items: [{ alertId, version }], links } }
        }
        if (path.startsWith('/alerts?'))
          return { status: 200, body: { items: [{ alertId: other, version: 1 }], links: {} } }
        const body = { alertId: path.replace('/alerts/', ''), version, content: {} }
        return { status: 200, body }
      },
    }
    expect(await pollInbox(api, deps)).toBe(2)
    expect(await pollInbox(api, deps)).toBe(0)
    version = 2
    expect(await pollInbox(api, deps)).toBe(1)
    expect(await files()).toEqual([`${alertId}_1.json`, `${alertId}_2.json`, `${other}_1.json`])
    expect(asked.filter((path) => path === `/alerts/${alertId}`)).toHaveLength(2)
    expect(unattended).toEqual(asked.filter((path) => path.startsWith('/alerts/')))
  })
})

describe('the keys that the hub publishes', () => {
  it('are read once, and anew for an unknown name, once a minute at most', async () => {
    let [reads, time] = [0, now.getTime()]
    const keys = publishedKeys(
      async () => {
        reads += 1
        return { keys: reads > 1 ? [hub.jwk] : [] }
      },
      () => new Date(time),
    )
    expect((await keys.ofDelivery(hub.kid)).has(hub.kid)).toBe(false)
    expect((await keys.ofDelivery(hub.kid)).has(hub.kid)).toBe(false)
    time += 60_000
    expect((await keys.ofDelivery(hub.kid)).has(hub.kid)).toBe(true)
    await keys.ofDelivery()
    expect(reads).toBe(2)
  })
})
