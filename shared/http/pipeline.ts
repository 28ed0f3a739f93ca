import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import type { Caller } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import { type RouteName, routes } from '../config/routes.ts'
import { HubError } from '../kernel/hub-error.ts'
import { present } from '../kernel/present.ts'
import { joining } from '../logging/joined.ts'
import { askedIn } from './asked.ts'
import type { Call, GuardedContract, PublicContract, Reply, Sent } from './contract.ts'
import { countedRoutes } from './counted-routes.ts'
import { admit, type Guard } from './guard.ts'
import { inCaseOf } from './in-case.ts'
import { idsOfRequest } from './joined-ids.ts'
import {
  type ApiEvent,
  type Named,
  onionOf,
  type PipelineDeps,
  type PublicEndpoint,
} from './onion.ts'
import { personNamedIn, practitionerOf } from './practitioner.ts'
import { rateLimitHeaders } from './rate-limit.ts'
import { readCall } from './read-call.ts'
import { bearerOf, requestIdOf } from './read-event.ts'

/** What a function with guarded endpoints needs besides its use cases. */
export type GuardedDeps = PipelineDeps & Guard

/** An endpoint for callers who may take its contract's action. */
export type GuardedEndpoint = Named & {
  readonly answer: (event: ApiEvent, guard: Guard) => Promise<Reply>
}

/** Binds a contract that is open to everybody to what answers it: parse → answer. */
export const publicEndpoint = <C extends PublicContract>(
  name: RouteName | 'fallback',
  contract: C,
  answer: (sent: Sent<C>, request: RequestIds) => Promise<Reply>,
): PublicEndpoint => ({
  name,
  contract,
  answer: async (event) => answer(readCall(event, contract), requestIdsOf(event)),
})

/**
 * Counts a call that could be read. Whether it is over its quota and the endpoint has to say what that means, and what its client is told of that.
 * @throws HubError quota-exceeded where the route takes nothing more that day
 */
const countedIn = async (name: RouteName, by: By, guard: Guard): Promise<CountedCall> => {
  const counted = countedRoutes[name]
  if (counted === undefined) return { isOver: false, headers: {} }
  const { kind, over } = counted
  const { isOver, ...left } = await guard.count(by, kind)
  const refuses = over === 'refused' || (over === 'refused-to-one' && by.caller.vouches === true)
  if (isOver && refuses) throw await guard.overQuota(by, kind)
  const headers = rateLimitHeaders(kind, { ...left, goesOn: !refuses, now: guard.now() })
  return { isOver: isOver && over === 'refused-below-h3', headers }
}

type CountedCall = { readonly isOver: boolean; readonly headers: NonNullable<Reply['headers']> }

/** By which ids a request is found: the caller's, where it sent one, and the gateway's own. */
type RequestIds = Pick<By, 'requestId' | 'gatewayId'>

const requestIdsOf = ({ hub, requestContext }: ApiEvent): RequestIds => ({
  requestId: hub.requestId,
  ...present({ gatewayId: requestContext.requestId }),
})

/** A request as that of whoever turns out to call. */
const requestOf =
  (name: RouteName, event: ApiEvent) =>
  (caller: Caller): By => ({
    caller,
    ...requestIdsOf(event),
    asked: askedIn(name, event, caller),
    ...present({ practitioner: personNamedIn(event, caller) }),
  })

/** Whether it says that something is not there, or not theirs: one answer, of which there is one kind of entry. */
const isRefusal = (error: unknown): boolean =>
  error instanceof HubError && (error.code === 'not-found' || error.code === 'not-permitted')

/** Binds a guarded contract to what answers it: authenticate → parse → count → answer. Each refusal is recorded here, once. */
export const endpoint = <C extends GuardedContract>(
  name: RouteName,
  contract: C,
  answer: (call: Call<C>) => Promise<Reply>,
): GuardedEndpoint => ({
  name,
  contract,
  answer: async (event, guard) => {
    const byOf = requestOf(name, event)
    const caller = await admit(bearerOf(event), contract.action, { ...guard, byOf })
    const practitioner = practitionerOf(event, contract, caller)
    const sent = readCall(event, contract)
    const by = {
      ...byOf(caller),
      ...present({ practitioner, inCase: inCaseOf(sent.headers) }),
    }
    try {
      const { isOver, headers } = await countedIn(name, by, guard)
      const reply = await answer({ ...sent, by, isOver })
      return { ...reply, headers: { ...reply.headers, ...headers } }
    } catch (error) {
      if (isRefusal(error)) await guard.recordRefusal(by, contract.action)
      throw error
    }
  },
})

export type ApiHandler = (
  event: APIGatewayProxyEvent,
  context: Context,
) => Promise<APIGatewayProxyResult>

/** The handler of a function whose endpoints are open to everybody. */
export const createPublicApi = (
  endpoints: readonly PublicEndpoint[],
  deps: PipelineDeps,
): ApiHandler => {
  const onions = endpoints.map((each) => ({ name: each.name, handle: onionOf(each, deps) }))
  const astray = onionOf(nowhere, deps)
  return async (event, context) => {
    const found = onions.find(({ name }) => leadsTo(name, event))?.handle ?? astray
    const hub = { requestId: requestIdOf(event), startedAt: deps.now().getTime() }
    return joining(idsOfRequest(event, hub), () => found({ ...event, hub }, context))
  }
}

/** The handler of a function whose endpoints all have a guard. */
export const createApi = (endpoints: readonly GuardedEndpoint[], deps: GuardedDeps): ApiHandler =>
  createPublicApi(
    endpoints.map(({ answer, ...named }) => ({
      ...named,
      answer: (event: ApiEvent) => answer(event, deps),
    })),
    deps,
  )

/** The gateway has already chosen the resource; this finds the endpoint for it, or the fallback where there is one. */
const leadsTo = (name: Named['name'], event: APIGatewayProxyEvent): boolean => {
  if (name === 'fallback') return true
  if (name === 'none') return false
  return routes[name].method === event.httpMethod && routes[name].path === event.resource
}

const nowhere: PublicEndpoint = {
  name: 'none',
  contract: { summary: 'No route', answers: {} },
  answer: () => Promise.reject(new HubError('not-found', 'no such route')),
}
