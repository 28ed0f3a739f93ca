import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Contract, GuardedContract, PublicContract } from '../../../shared/http/contract.ts'
import type { PublicEndpoint } from '../../../shared/http/onion.ts'
import {
  type ApiHandler,
  createApi,
  createPublicApi,
  endpoint,
  type GuardedDeps,
  type GuardedEndpoint,
  publicEndpoint,
} from '../../../shared/http/pipeline.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { aContext, anApiEvent } from '../../builders/an-api-event.ts'
import { drugService, westmarch } from '../../builders/clients.ts'

const start = Date.parse('2026-11-23T10:00:00.000Z')
const open = { summary: 'open', answers: { 200: { description: 'ok', schema: z.unknown() } } }
const guardedContract = { ...open, action: 'alert.read' } as const satisfies GuardedContract
const told = (name: Parameters<typeof publicEndpoint>[0], contract: PublicContract) =>
  publicEndpoint(name, contract, async (call) => ({ status: 200, body: { name, call } }))
const toldTo = (name: Parameters<typeof endpoint>[0], contract: GuardedContract): GuardedEndpoint =>
  endpoint(name, contract, async (call) => ({ status: 200, body: { name, call } }))

const bodySchema = z
  .object({
    name: z.string(),
    error: z.string(),
    call: z.looseObject({
      by: z.object({ caller: z.unknown() }).optional(),
      bodyHash: z.string(),
    }),
  })
  .partial()
  .catchall(z.unknown())

/** Runs one request through the pipeline; each look at the clock is seven milliseconds later than the one before. */
const through = async (
  api: (deps: GuardedDeps) => ApiHandler,
  event: APIGatewayProxyEvent,
  isOver = false,
) => {
  const steps: unknown[] = []
  let looks = 0
  const handle = api({
    log: (...line) => void steps.push(line),
    now: () => new Date(start + 7 * looks++),
    verify: async (token, at) => {
      steps.push(['VERIFIED', token, at.getTime() - start])
      if (token === 'for.ged.token') throw new HubError('token-invalid', 'a')
      return token === 'a.b.westmarch' ? westmarch : drugService
    },
    recordRefusal: async ({ caller, requestId }, action) =>
      void steps.push(['RECORDED', caller.clientId, action, requestId]),
    count: async (_, kind) => {
      if (isOver) steps.push(['COUNTED', kind])
      return { isOver }
    },
    overQuota: async () => new HubError('quota-exceeded', 'a', { retryAfter: 60 }),
  })
  const result: APIGatewayProxyResult = await handle(event, aContext)
  const { statusCode: status, headers, body } = result
  const read = body === '' ? undefined : bodySchema.parse(JSON.parse(body))
  return { status, headers, body: read, steps }
}
const run = (endpoints: readonly PublicEndpoint[], event: APIGatewayProxyEvent) =>
  through((deps) => createPublicApi(endpoints, deps), event)
const runGuarded = (
  endpoints: readonly GuardedEndpoint[],
  event: APIGatewayProxyEvent,
  isOver = false,
) => through((deps) => createApi(endpoints, deps), event, isOver)

const completed = (route: string, status: number, milliseconds = 7) => [
  'info',
  'REQUEST_COMPLETED',
  { requestId: 'test-request-0001', route, status, milliseconds },
]
const refused = (route: string, status: number, code: string) => [
  'warn',
  'REQUEST_REFUSED',
  { requestId: 'test-request-0001', route, status, code },
]

describe('an open route', () => {
  it('answers without looking at a token, and the log says how long it took', async () => {
    const { status, body, headers, steps } = await run(
      [told('health', open)],
      anApiEvent('health', { token: 'for.ged.token' }),
    )
    expect(status).toBe(200)
    expect(body).toEqual({ name: 'health', call: { bodyHash: '' } })
    expect(headers?.['X-Request-ID']).toBe('test-request-0001')
    expect(steps).toEqual([completed('health', 200)])
  })

  it('is found by method and path together', async () => {
    const both = [told('submitConcern', open), told('listAlerts', open), told('health', open)]
    const reply = await run(both, anApiEvent('listAlerts'))
    expect(reply.body?.name).toBe('listAlerts')
    const putAlerts = { ...anApiEvent('listAlerts'), httpMethod: 'PUT' }
    expect((await run(both, putAlerts)).status).toBe(404)
    const getOther = { ...anApiEvent('listAlerts'), resource: '/other' }
    expect((await run(both, getOther)).steps).toEqual([refused('none', 404, 'not-found')])
  })

  it('that nobody has is answered by the fallback, where there is one', async () => {
    const reply = await run(
      [told('health', open), told('fallback', open)],
      anApiEvent('listAlerts'),
    )
    expect(reply.body?.name).toBe('fallback')
    expect(reply.steps).toEqual([completed('fallback', 200)])
  })

  it('passes on what its contract names, parsed', async () => {
    const contract = {
      ...open,
      params: z.object({ id: z.string() }),
      query: z.object({ from: z.string() }),
      body: z.object({ harm: z.string() }),
    }
    const event = anApiEvent('acknowledgeAlert', {
      id: 'alert-1',
      query: { from: 'a', to: 'b' },
      body: { harm: 'H2', more: 1 },
    })
    const { body } = await run([told('acknowledgeAlert', contract)], event)
    expect(body?.call).toMatchObject({
      params: { id: 'alert-1' },
      query: { from: 'a' },
      body: { harm: 'H2' },
    })
    expect(body?.call?.bodyHash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a guarded route', () => {
  const routed = [toldTo('readAlert', guardedContract)]
  const asked = (token?: string) =>
    anApiEvent('readAlert', { id: 'alert-1', ...(token !== undefined && { token }) })

  it('answers a caller who may, and the handler knows who it is', async () => {
    const { status, body, steps } = await runGuarded(routed, asked('a.b.westmarch'))
    expect([status, body?.call?.by?.caller]).toEqual([200, westmarch])
    expect(steps).toEqual([['VERIFIED', 'a.b.westmarch', 7], completed('readAlert', 200, 21)])
  })

  it('refuses a caller who may not, once that is recorded', async () => {
    const { status, steps } = await runGuarded(routed, asked('a.b.drug'))
    expect(status).toBe(403)
    expect(steps).toEqual([
      ['VERIFIED', 'a.b.drug', 7],
      ['RECORDED', 'drug-service', 'alert.read', 'test-request-0001'],
      refused('readAlert', 403, 'not-permitted'),
    ])
  })

  it('that looks people up takes nothing more of a client over its quota, and says until when', async () => {
    const event = anApiEvent('readChild', { id: 'child-1', token: 'a.b.westmarch' })
    const reply = await runGuarded([toldTo('readChild', guardedContract)], event, true)
    expect([reply.status, reply.headers?.['Retry-After']]).toEqual([429, '60'])
    expect(reply.steps.slice(1)).toEqual([
      ['COUNTED', 'reads'],
      refused('readChild', 429, 'quota-exceeded'),
    ])
  })

  it('by which somebody does what waits for them goes on, whatever was counted', async () => {
    const { status, steps } = await runGuarded(routed, asked('a.b.westmarch'), true)
    expect([status, steps[1]]).toEqual([200, ['COUNTED', 'reads']])
  })

  it('counts nothing of a request that it cannot read, or of a caller who may not', async () => {
    const contract = { ...guardedContract, query: z.object({ needed: z.string() }) }
    const unread = await runGuarded([toldTo('readAlert', contract)], asked('a.b.westmarch'), true)
    const barred = await runGuarded(routed, asked('a.b.drug'), true)
    for (const { steps } of [unread, barred]) expect(steps).not.toContainEqual(['COUNTED', 'reads'])
  })

  it.each([
    ['no token', undefined, 'token-missing', 0],
    ['a forged token', 'for.ged.token', 'token-invalid', 1],
  ])('refuses %s', async (...[, token, code, verified]) => {
    const { status, steps } = await runGuarded(routed, asked(token))
    expect([status, steps.length]).toEqual([401, verified + 1])
    // Counted, and in nobody’s name: whoever it was proved to be nobody.
    const [level, event, fields] = refused('readAlert', 401, code)
    const measured = { CallersUnproven: 1 }
    expect(steps.at(-1)).toEqual([level, event, { ...(fields as object), measured }])
  })

  it('says nothing of what is wrong with a request before the caller is known', async () => {
    const contract = { ...guardedContract, query: z.object({ needed: z.string() }) }
    expect((await runGuarded([toldTo('readAlert', contract)], asked())).status).toBe(401)
    expect((await runGuarded([toldTo('readAlert', contract)], asked('a.b.westmarch'))).status).toBe(
      400,
    )
  })
})

describe('a route with another beside it', () => {
  const contract = {
    ...guardedContract,
    elsewhere: { when: 'explain', path: 'alerts/explained' },
    query: z.object({ explain: z.literal('never') }),
    answers: { 307: { description: 'elsewhere', headers: ['Location'] }, ...open.answers },
  } as const satisfies Contract
  const ask = (query: Record<string, string | readonly string[]>) =>
    runGuarded([toldTo('listAlerts', contract)], anApiEvent('listAlerts', { query }))

  it('sends the caller there with the whole query, before anything is read', async () => {
    const { status, body, headers, steps } = await ask({ explain: 'true', a: ['1', '2 3'] })
    expect([status, body]).toEqual([307, undefined])
    expect(headers?.['Location']).toBe('alerts/explained?explain=true&a=1&a=2+3')
    expect(headers?.['X-Request-ID']).toBe('test-request-0001')
    expect(steps.filter((step) => Array.isArray(step) && step[0] === 'VERIFIED')).toEqual([])
  })

  it.each([{}, { explain: 'false' }, { other: 'true' }])(
    'keeps the caller who asks for %j',
    async (query) => {
      expect((await ask(query)).status).toBe(401)
    },
  )
})

describe('a fault', () => {
  const failing = (error: unknown, contract: PublicContract = open): PublicEndpoint =>
    publicEndpoint('health', contract, async () => {
      throw error
    })
  const failed = (fields: object) => [
    'error',
    'REQUEST_FAILED',
    { requestId: 'test-request-0001', route: 'health', status: 500, code: 'internal', ...fields },
  ]

  it.each([
    [
      'the hub knows',
      new HubError('state-conflict', 'a'),
      409,
      refused('health', 409, 'state-conflict'),
    ],
    ['is a defect', new TypeError('canary'), 500, failed({ errorName: 'TypeError' })],
    ['is no error', undefined, 500, failed({ errorName: 'unknown' })],
    [
      'is of a busy store',
      new HubError('store-busy', 'a'),
      503,
      failed({ status: 503, code: 'store-busy', errorName: 'HubError' }),
    ],
  ])('that %s is answered and logged by name', async (...[, error, status, line]) => {
    const reply = await run([failing(error)], anApiEvent('health'))
    expect([reply.status, reply.steps]).toMatchObject([status, [line]])
    expect(reply.headers).toMatchObject({
      'Content-Type': 'application/problem+json',
      'X-Request-ID': 'test-request-0001',
    })
    expect(JSON.stringify(reply)).not.toContain('canary')
  })

  it('is in the words of OAuth where the contract says so and the request is at fault', async () => {
    const oauth: PublicContract = { ...open, faults: 'oauth' }
    const invalid = new HubError('request-invalid', 'a sentence')
    const inItsWords = await run([failing(invalid, oauth)], anApiEvent('health'))
    expect([inItsWords.status, inItsWords.body]).toEqual([
      400,
      { error: 'invalid_request', error_description: 'a sentence' },
    ])
    const others = [
      await run([failing(invalid)], anApiEvent('health')),
      await run([failing(new HubError('store-busy', 'a'), oauth)], anApiEvent('health')),
    ]
    expect(others.map(({ body }) => body?.error)).toEqual([undefined, undefined])
  })

  it('is an answer that the contract does not know', async () => {
    const strange = publicEndpoint('health', open, async () => ({ status: 418 }))
    const reply = await run([strange], anApiEvent('health'))
    expect([reply.status, reply.steps]).toMatchObject([500, [failed({ errorName: 'HubError' })]])
  })
})

describe('the headers of every answer', () => {
  it('keep it out of caches and frames', async () => {
    const { headers } = await run([told('health', open)], anApiEvent('health'))
    expect(headers).toEqual({
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
      'Content-Type': 'application/json',
      'X-Request-ID': 'test-request-0001',
    })
  })
})
