import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { hubClient } from '../../../client/hub.ts'
import type { Concern } from '../../../client/hub-api.ts'
import { HubProblem, HubUnreachable, VersionConflict } from '../../../client/problem.ts'
import type { World } from '../../../client/transport.ts'
import { routes } from '../../../shared/config/routes.ts'
import { type Heard, type Scripted, scriptedHub } from '../../fakes/scripted-hub.ts'

const pem = (namedCurve = 'P-256') =>
  generateKeyPairSync('ec', { namedCurve })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString()
const key = pem()
const concern = { reason: 'told to nobody' } as Concern
const accepted = { status: 202, body: { concernId: 'c-1', status: 'received' } }
const busy = { status: 503, headers: { 'Retry-After': '3' } }

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** A client of a hub that answers each call by the next of `answers`, the last for ever, and tokens as they are asked for. */
const clientOf = async (answers: readonly Scripted[], limits = {}) => {
  let tokens = 0
  let calls = 0
  const answerOf = ({ path }: Heard): Scripted => {
    if (path === '/v1/token') {
      tokens += 1
      return { body: { access_token: `token-${tokens}`, expires_in: 300 } }
    }
    calls += 1
    return answers[Math.min(calls, answers.length) - 1] ?? {}
  }
  const scripted = await scriptedHub(answerOf)
  stops.push(scripted.stop)
  const waits: number[] = []
  let at = Date.parse('2026-11-27T09:00:00Z')
  const world: World = {
    now: () => new Date(at),
    random: () => 1,
    wait: async (milliseconds) => void waits.push(milliseconds),
  }
  return {
    hub: hubClient({ hub: scripted.hub, client: 'c', key, practitioner: 'SW-1', ...limits }, world),
    calls: () => scripted.heard.filter(({ path }) => path !== '/v1/token'),
    tokens: () => tokens,
    waits,
    pass: (seconds: number) => {
      at += seconds * 1000
    },
  }
}

const problem = (code: string, status: number) => ({
  status,
  headers: { 'X-Request-ID': 'r-1' },
  body: {
    type: `urn:safeguarding-hub:problem:${code}`,
    title: 'It says why',
    status,
    instance: 'r-1',
    errors: [{ pointer: '/subject/names', detail: 'expected array' }],
  },
})
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('the client', () => {
  it('has every route of the API, but the one for a token', async () => {
    const { hub } = await clientOf([{}])
    const names = Object.keys(routes).filter((name) => name !== 'issueToken')
    expect(Object.keys(hub).toSorted()).toEqual([...names, 'all'].toSorted())
  })

  it('sends again what the hub was too busy for: the same bytes under the same key, after the time that it was told', async () => {
    const { hub, calls, waits } = await clientOf([busy, 'broken', accepted])
    const reply = await hub.submitConcern({ body: concern })
    expect(reply.body.concernId).toBe('c-1')
    expect(waits).toEqual([3000, 1000])
    const sent = calls().map(({ headers, body }) => `${headers['idempotency-key']} ${body}`)
    expect(sent).toHaveLength(3)
    expect(new Set(sent).size).toBe(1)
    expect(sent[0]).toMatch(/^[\w-]{16,} \{"reason"/)
  })

  it('keeps the key that it is given, and makes another for each concern', async () => {
    const { hub, calls } = await clientOf([accepted])
    const mine = 'chosen-before-the-first-try'
    await hub.submitConcern({ body: concern, key: mine })
    await hub.submitConcern({ body: concern })
    await hub.submitConcern({ body: concern })
    const keys = calls().map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toBe(mine)
    expect(new Set(keys).size).toBe(3)
  })

  it('sends what is not safe twice once alone', async () => {
    const { hub, calls } = await clientOf(['broken', { status: 202 }])
    expect(await failureOf(hub.sendTestAlert())).toBeInstanceOf(HubUnreachable)
    expect(calls()).toHaveLength(1)
  })

  it('gives up after so many tries, and says what the hub said last', async () => {
    const { hub, calls } = await clientOf([busy], { tries: 3 })
    expect(await failureOf(hub.listAlerts())).toMatchObject({ status: 503, code: 'unknown' })
    expect(calls()).toHaveLength(3)
  })

  it('asks for one token, however many wait for it, and for the next before its end', async () => {
    const { hub, tokens, calls, pass } = await clientOf([{ body: {} }])
    await Promise.all([hub.listAlerts(), hub.listAlerts(), hub.listReviews()])
    expect(tokens()).toBe(1)
    pass(265)
    await hub.listAlerts()
    expect(tokens()).toBe(1)
    pass(10)
    await Promise.all([hub.listAlerts(), hub.listAlerts()])
    expect(tokens()).toBe(2)
    expect(calls().at(-1)?.headers.authorization).toBe('Bearer token-2')
  })

  it('signs in again, once, where its token is refused', async () => {
    const refused = { status: 401 }
    const { hub, tokens } = await clientOf([refused, { body: {} }])
    await hub.listAlerts()
    expect(tokens()).toBe(2)
    const other = await clientOf([refused])
    expect(await failureOf(other.hub.listAlerts())).toMatchObject({ status: 401 })
    expect(other.calls()).toHaveLength(2)
  })

  it('gives all items of a list, page by page as they are wanted', async () => {
    const page = (id: string, next?: string) => ({
      body: { items: [{ alertId: id }], links: next === undefined ? {} : { next } },
    })
    const { hub, calls } = await clientOf([page('a', '/v1/alerts?limit=1&cursor=x%2By'), page('b')])
    const ids: string[] = []
    for await (const { alertId } of hub.all('listAlerts', { query: { limit: '1' } })) {
      expect(calls()).toHaveLength(ids.length + 1)
      ids.push(alertId)
    }
    expect(ids).toEqual(['a', 'b'])
    expect(calls().map(({ path }) => path)).toEqual([
      '/v1/alerts?limit=1',
      '/v1/alerts?limit=1&cursor=x%2By',
    ])
  })

  it('answers the version that was read, in the name of who is told or of who stands for the system', async () => {
    const { hub, calls } = await clientOf([{ headers: { ETag: '"4"' }, body: {} }])
    const { etag } = await hub.acknowledgeAlert({ id: 'A/1', etag: '"3"', practitioner: 'SW-2' })
    expect(etag).toBe('"4"')
    await hub.readAlert({ id: 'a', unattended: 'true' })
    expect(calls()).toMatchObject([
      {
        method: 'POST',
        path: '/v1/alerts/A%2F1/acknowledgement',
        headers: { 'if-match': '"3"', 'hub-practitioner': 'SW-2' },
      },
      { headers: { 'hub-unattended': 'true', 'hub-practitioner': 'SW-1' } },
    ])
  })
})

describe('a refusal', () => {
  it('is a problem with its code and fields, and a message for a log', async () => {
    const { hub, calls } = await clientOf([problem('request-invalid', 400)])
    const error = await failureOf(hub.submitConcern({ body: concern }))
    if (!(error instanceof HubProblem)) throw new Error('it is none')
    expect(error.message).toBe('the hub answers 400 (request-invalid)')
    expect(error.fields).toEqual([{ pointer: '/subject/names', detail: 'expected array' }])
    expect(error.told).toMatchObject({ requestId: 'r-1', title: 'It says why' })
    expect(calls()).toHaveLength(1)
  })

  it('of a version that has passed is a conflict', async () => {
    const { hub } = await clientOf([problem('version-mismatch', 412)])
    const error = await failureOf(hub.acknowledgeAlert({ id: 'a', etag: '"1"' }))
    expect(error).toBeInstanceOf(VersionConflict)
  })

  it('holds nothing of an answer that is none of the hub’s, and does not follow it elsewhere', async () => {
    const body = { type: 'about:blank', title: 'Ada Example', error: 'Ada Example' }
    const { hub, calls } = await clientOf([
      { status: 307, headers: { Location: 'http://127.0.0.1:1/elsewhere' }, body },
    ])
    const error = await failureOf(hub.listAlerts())
    expect(error).toMatchObject({ status: 307, code: 'unknown' })
    expect(JSON.stringify([error, String(error)])).not.toContain('Ada')
    expect(calls()).toHaveLength(1)
  })
})

describe('a call', () => {
  it('is given up by its caller, who alone stops waiting', async () => {
    const { hub, calls } = await clientOf(['silent'])
    const ended = new AbortController()
    const call = failureOf(hub.listAlerts({ signal: ended.signal }))
    while (calls().length === 0) await new Promise((later) => setTimeout(later, 5))
    ended.abort(new Error('the worker went home'))
    expect(await call).toMatchObject({ message: 'the worker went home' })
    expect(calls()).toHaveLength(1)
  })

  it('ends where the hub says nothing in time', async () => {
    const { hub, calls } = await clientOf(['silent'], { timeout: 50, tries: 2 })
    expect(await failureOf(hub.listAlerts())).toBeInstanceOf(HubUnreachable)
    expect(calls()).toHaveLength(2)
  })

  it.each(['', '.', '..'])('leads to no other path by the id “%s”', async (id) => {
    const { hub, calls } = await clientOf([{ body: {} }])
    expect(await failureOf(hub.readAlert({ id }))).toBeInstanceOf(TypeError)
    expect(calls()).toEqual([])
  })

  it.each([
    ['http://api.hub.example/v1', key],
    ['http://127.0.0.1.hub.example/v1', key],
    ['no address', key],
    ['https://api.hub.example/v1', 'no key'],
    ['https://api.hub.example/v1', pem('P-384')],
  ])('is not made with what could betray a token, or signs nothing: %s', (hub, given) => {
    expect(() => hubClient({ hub, client: 'c', key: given })).toThrow(TypeError)
  })
})
