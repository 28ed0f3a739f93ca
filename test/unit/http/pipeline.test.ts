import { describe, expect, it } from 'vitest'
import {
  followConcernContract,
  submitConcernContract,
} from '../../../shared/http/contracts/concerns.ts'
import { fallbackContract, healthContract } from '../../../shared/http/contracts/description.ts'
import {
  createApi,
  createPublicApi,
  endpoint,
  type GuardedDeps,
  publicEndpoint,
} from '../../../shared/http/pipeline.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { aContext, anApiEvent } from '../../builders/an-api-event.ts'
import { drugService, westmarch } from '../../builders/clients.ts'
import { inTurn } from '../../builders/ports.ts'

const aGate = (caller = drugService) => {
  const lines: unknown[] = []
  const refusals: unknown[] = []
  const deps: GuardedDeps = {
    log: (...line) => void lines.push(line),
    now: inTurn(new Date(1000), new Date(1000), new Date(1250)),
    verify: () => Promise.resolve(caller),
    recordRefusal: (...refusal) => {
      refusals.push(refusal)
      return Promise.resolve()
    },
    count: () => Promise.resolve({ isOver: false }),
    overQuota: () => Promise.resolve(new HubError('quota-exceeded', 'a')),
  }
  return { deps, lines, refusals }
}
const sent = { id: aConcernId(), token: 'a.b.c', headers: { 'X-Request-ID': 'request-0001' } }
const body = { concernId: aConcernId(), status: 'received', feedback: [] }
const logged = { requestId: 'request-0001', route: 'followConcern' }

const following = (answer: () => Promise<never>) =>
  endpoint('followConcern', followConcernContract, answer)

describe('a guarded endpoint', () => {
  it('is answered with who asks, in which request, and what was sent', async () => {
    const { deps, lines } = aGate()
    const calls: unknown[] = []
    const follow = endpoint('followConcern', followConcernContract, (call) => {
      calls.push(call)
      return Promise.resolve({ status: 200, body })
    })
    const result = await createApi([follow], deps)(anApiEvent('followConcern', sent), aContext)
    expect([result.statusCode, JSON.parse(result.body)]).toEqual([200, body])
    expect(calls).toMatchObject([
      { by: { caller: drugService, requestId: 'request-0001' }, params: { id: aConcernId() } },
    ])
    expect(lines).toEqual([
      ['info', 'REQUEST_COMPLETED', { ...logged, status: 200, milliseconds: 250 }],
    ])
  })

  /** Who was refused, in which request, and what they asked for. */
  const refusedBy = {
    caller: westmarch,
    requestId: 'request-0001',
    gatewayId: anApiEvent('followConcern', sent).requestContext.requestId,
    asked: [{ kind: 'concern', id: sent.id }],
  }

  const never = following(() => Promise.reject(new Error('reached')))

  it('is not reached by a caller who may not take its action, which is recorded', async () => {
    const { deps, refusals, lines } = aGate(westmarch)
    const result = await createApi([never], deps)(anApiEvent('followConcern', sent), aContext)
    expect(result.statusCode).toBe(403)
    expect(refusals).toEqual([[refusedBy, 'concern.follow']])
    expect(lines).toEqual([
      ['warn', 'REQUEST_REFUSED', { ...logged, status: 403, code: 'not-permitted' }],
    ])
  })

  it('is not reached without a token', async () => {
    const event = anApiEvent('followConcern', { id: sent.id })
    expect((await createApi([never], aGate().deps)(event, aContext)).statusCode).toBe(401)
  })

  it('asks who is calling before it looks at what was sent', async () => {
    const event = anApiEvent('followConcern', { ...sent, id: 'no id' })
    const foreign = await createApi([never], aGate(westmarch).deps)(event, aContext)
    const own = await createApi([never], aGate().deps)(event, aContext)
    expect([foreign.statusCode, own.statusCode]).toEqual([403, 400])
  })

  it('leads elsewhere before anybody is asked for a token', async () => {
    const submit = endpoint('submitConcern', submitConcernContract, () =>
      Promise.reject(new Error('reached')),
    )
    const event = anApiEvent('submitConcern', { query: { preview: 'true', agencyType: 'x y' } })
    const result = await createApi([submit], aGate().deps)(event, aContext)
    expect([result.statusCode, result.headers?.['Location']]).toEqual([
      307,
      'concerns/preview?preview=true&agencyType=x+y',
    ])
  })
})

describe('a query parameter that a route does not know', () => {
  it.each([
    ['preview', 'True'],
    ['preview', 'false'],
    ['Preview', 'true'],
    ['dryRun', 'true'],
    ['dry-run', 'true'],
  ])('is refused and named: %s=%s', async (name, value) => {
    const submit = endpoint('submitConcern', submitConcernContract, () =>
      Promise.reject(new Error('reached')),
    )
    const event = anApiEvent('submitConcern', {
      token: sent.token,
      query: { [name]: value },
      body: {},
    })
    const result = await createApi([submit], aGate().deps)(event, aContext)
    expect(result.statusCode).toBe(400)
    expect(JSON.parse(result.body)).toMatchObject({
      errors: [{ pointer: `/${name}`, detail: 'query: no such field' }],
    })
  })

  it('is refused where nobody is asked for a token, and a way that leads nowhere is none', async () => {
    const open = [
      publicEndpoint('health', healthContract, () => Promise.reject(new Error('reached'))),
      publicEndpoint('fallback', fallbackContract, () =>
        Promise.reject(new HubError('not-found', 'no such route')),
      ),
    ]
    const statusOf = async (route: 'health' | 'listAlerts') => {
      const event = anApiEvent(route, { query: { x: '1' } })
      return (await createPublicApi(open, aGate().deps)(event, aContext)).statusCode
    }
    expect([await statusOf('health'), await statusOf('listAlerts')]).toEqual([400, 404])
  })
})

describe('a defect', () => {
  const failing = async (error: unknown) => {
    const { deps, lines } = aGate()
    const handle = createApi([following(() => Promise.reject(error))], deps)
    return { result: await handle(anApiEvent('followConcern', sent), aContext), lines }
  }

  it('leaves its name and frames in the log, and its message neither there nor in the answer', async () => {
    const canary = 'Marta Quillfeather\n    at Marta (/Tannery:14:1)'
    const { result, lines } = await failing(new TypeError(canary))
    expect(result.statusCode).toBe(500)
    const here: unknown = expect.stringMatching(/pipeline\.test\.ts:\d+/)
    const frames: unknown = expect.arrayContaining([here])
    const fields = { ...logged, status: 500, code: 'internal', errorName: 'TypeError', frames }
    expect(lines).toEqual([['error', 'REQUEST_FAILED', fields]])
    expect(JSON.stringify([lines, result])).not.toMatch(/Marta|Quillfeather|Tannery/)
  })

  it('is told from a fault that has a name, which needs no frames', async () => {
    const { result, lines } = await failing(new HubError('store-busy', 'busy'))
    expect(result.statusCode).toBe(503)
    const fields = { ...logged, status: 503, code: 'store-busy', errorName: 'HubError' }
    expect(lines).toEqual([['error', 'REQUEST_FAILED', fields]])
  })

  it('is what a reply would be that the contract does not know', async () => {
    const odd = endpoint('followConcern', followConcernContract, () =>
      Promise.resolve({ status: 299, body: {} }),
    )
    const handle = createApi([odd], aGate().deps)
    expect((await handle(anApiEvent('followConcern', sent), aContext)).statusCode).toBe(500)
  })
})

describe('a public endpoint', () => {
  const health = publicEndpoint('health', healthContract, () =>
    Promise.resolve({ status: 200, body: { status: 'ok' } }),
  )

  it('is answered without a token', async () => {
    const result = await createPublicApi([health], aGate().deps)(anApiEvent('health'), aContext)
    expect([result.statusCode, result.body]).toEqual([200, '{"status":"ok"}'])
  })

  it.each([
    ['another path', anApiEvent('describeApi')],
    ['another method', { ...anApiEvent('health'), httpMethod: 'POST' }],
  ])('is not found by %s, and the log has no name for that', async (_, event) => {
    const { deps, lines } = aGate()
    expect((await createPublicApi([health], deps)(event, aContext)).statusCode).toBe(404)
    expect(lines).toMatchObject([['warn', 'REQUEST_REFUSED', { route: 'none', code: 'not-found' }]])
  })

  it('leaves the rest to the fallback where there is one', async () => {
    const { deps, lines } = aGate()
    const fallback = publicEndpoint('fallback', fallbackContract, () =>
      Promise.reject(new HubError('not-found', 'no such route')),
    )
    const handle = createPublicApi([health, fallback], deps)
    expect((await handle(anApiEvent('describeApi'), aContext)).statusCode).toBe(404)
    expect(lines).toMatchObject([['warn', 'REQUEST_REFUSED', { route: 'fallback' }]])
  })
})
