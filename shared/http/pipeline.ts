import middy from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { type Caller, mayEver } from '../agencies/access.ts'
import { type RouteName, routes } from '../config/routes.ts'
import type { Clock } from '../kernel/clock.ts'
import { HubError } from '../kernel/hub-error.ts'
import type { Log } from '../logging/logger.ts'
import type { Call, Contract, Reply } from './contract.ts'
import { oauthReply, problemReply } from './problem.ts'
import { readCall } from './read-call.ts'
import { bearerOf, requestIdOf } from './read-event.ts'
import { toResult } from './to-result.ts'

/** What the pipeline itself needs; a function without guarded routes leaves `verify` and `recordRefusal` out. */
export type PipelineDeps = {
  readonly log: Log
  readonly now: Clock
  readonly verify?: (token: string, now: Date) => Promise<Caller>
  /** Leaves an audit entry of a caller who tried what is not theirs to do. */
  readonly recordRefusal?: (caller: Caller, action: string, requestId: string) => Promise<void>
}

export type Endpoint = {
  readonly name: RouteName | 'fallback'
  readonly contract: Contract
  readonly answer: (call: Call<Contract>) => Promise<Reply>
}

/** What a function with guarded routes has: it also records the refusal of an object that is not the caller's. */
export type GuardedDeps = Required<PipelineDeps>

/** Binds a contract to the handler that answers it, keeping the handler's own types. */
export const endpoint = <C extends Contract>(
  name: Endpoint['name'],
  contract: C,
  answer: (call: Call<C>) => Promise<Reply>,
): Endpoint => ({ name, contract, answer: (call) => answer(call as Call<C>) })

type Known = { requestId: string; endpoint?: Endpoint; caller?: Caller; call?: Call<Contract> }
type ApiEvent = APIGatewayProxyEvent & { hub: Known }
type Step = middy.MiddlewareObj<ApiEvent, APIGatewayProxyResult>
export type ApiHandler = middy.MiddyfiedHandler<ApiEvent, APIGatewayProxyResult>

/** The onion of every API function, once, in order: correlate → problem → route → redirect → authenticate → parse → answer. */
export const createApi = (endpoints: readonly Endpoint[], deps: PipelineDeps): ApiHandler =>
  middy<ApiEvent, APIGatewayProxyResult>()
    .use(correlate(deps))
    .use(problems(deps))
    .use(route(endpoints))
    .use(redirect())
    .use(authenticate(deps))
    .use(parse())
    .handler(async ({ hub: { endpoint: found, call, requestId } }: ApiEvent) => {
      if (found === undefined || call === undefined)
        throw new HubError('internal', 'the pipeline is incomplete')
      return toResult(await found.answer(call), found.contract, requestId)
    })

const correlate = ({ log, now }: PipelineDeps): Step => {
  let startedAt = 0
  return {
    before: ({ event }) => {
      startedAt = now().getTime()
      event.hub = { requestId: requestIdOf(event) }
    },
    after: ({ event: { hub }, response }) => {
      log('info', 'REQUEST_COMPLETED', {
        requestId: hub.requestId,
        route: hub.endpoint?.name ?? 'none',
        status: response?.statusCode ?? 0,
        milliseconds: now().getTime() - startedAt,
      })
    },
  }
}

const problems = ({ log }: PipelineDeps): Step => ({
  onError: (request) => {
    const { requestId, endpoint: found } = request.event.hub
    const ownWords = found?.contract.faults === 'oauth' ? oauthReply(request.error) : undefined
    const reply = ownWords ?? problemReply(request.error, requestId)
    const code = request.error instanceof HubError ? request.error.code : 'internal'
    const fields = { requestId, route: found?.name ?? 'none', status: reply.status, code }
    if (reply.status < 500) log('warn', 'REQUEST_REFUSED', fields)
    else log('error', 'REQUEST_FAILED', { ...fields, errorName: request.error?.name ?? 'unknown' })
    request.response = toResult(reply, undefined, requestId)
  },
})

/** The gateway has already chosen the resource; this finds the contract for it, or the fallback where there is one. */
const route = (endpoints: readonly Endpoint[]): Step => ({
  before: ({ event }) => {
    const found = endpoints.find(({ name }) => {
      if (name === 'fallback') return true
      return routes[name].method === event.httpMethod && routes[name].path === event.resource
    })
    if (found === undefined) throw new HubError('not-found', 'no such route')
    event.hub.endpoint = found
  },
})

/** Tells nothing but where to ask, so it comes before everything that costs. The address is relative: a stage may stand anywhere. */
const redirect = (): Step => ({
  before: ({ event }) => {
    const { endpoint: found, requestId } = event.hub
    const elsewhere = found?.contract.elsewhere
    if (elsewhere === undefined) return undefined
    const query = new URLSearchParams(
      Object.entries(event.multiValueQueryStringParameters ?? {}).flatMap(([name, values]) =>
        (values ?? []).map((value): [string, string] => [name, value]),
      ),
    )
    if (query.get(elsewhere.when) !== 'true') return undefined
    const headers = { Location: `${elsewhere.path}?${query}` }
    return toResult({ status: 307, headers }, found?.contract, requestId)
  },
})

const authenticate = ({ verify, recordRefusal, now }: PipelineDeps): Step => ({
  before: async ({ event: { hub, ...event } }) => {
    const action = hub.endpoint?.contract.action
    if (action === undefined) return
    if (!verify || !recordRefusal) throw new HubError('internal', 'a guarded route without a guard')
    const caller = await verify(bearerOf(event), now())
    hub.caller = caller
    if (mayEver(caller, action)) return
    await recordRefusal(caller, action, hub.requestId)
    throw new HubError('not-permitted', 'the token’s role or scope does not allow this')
  },
})

const parse = (): Step => ({
  before: ({ event }) => {
    const { endpoint: found, caller, requestId } = event.hub
    if (found !== undefined)
      event.hub.call = { ...readCall(event, found.contract), caller, requestId } as Call<Contract>
  },
})
