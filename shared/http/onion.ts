import middy from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import type { RouteName } from '../config/routes.ts'
import type { Clock } from '../kernel/clock.ts'
import { HubError, type HubErrorCode } from '../kernel/hub-error.ts'
import { framesOf } from '../logging/frames-of.ts'
import { joinAlso } from '../logging/joined.ts'
import type { Log } from '../logging/logger.ts'
import type { Contract, Reply } from './contract.ts'
import {
  type Deprecations,
  deprecationHeaders,
  deprecationOf,
  deprecations,
} from './deprecations.ts'
import { idsOfReply } from './joined-ids.ts'
import { oauthReply, problemReply } from './problem.ts'
import { toResult } from './to-result.ts'

/** What every step may need. */
export type PipelineDeps = { readonly log: Log; readonly now: Clock }

/** What is known of every request before any step. */
export type ApiEvent = APIGatewayProxyEvent & {
  readonly hub: { readonly requestId: string; readonly startedAt: number }
}
type Step = middy.MiddlewareObj<ApiEvent, APIGatewayProxyResult>
/** Which route it is, and what that takes and gives. */
export type Named = { readonly name: RouteName | 'fallback' | 'none'; readonly contract: Contract }

/** An endpoint that is open to everybody. */
export type PublicEndpoint = Named & { readonly answer: (event: ApiEvent) => Promise<Reply> }

/** The onion of one endpoint, in order: correlate → foretell → problem → redirect → what the endpoint does. */
export const onionOf = (
  { answer, ...named }: PublicEndpoint,
  deps: PipelineDeps,
  going: Deprecations = deprecations,
) =>
  middy<ApiEvent, APIGatewayProxyResult>()
    .use(correlate(named, deps))
    .use(foretell(named, going))
    .use(problems(named, deps))
    .use(redirect(named))
    .handler(async (event: ApiEvent) => {
      const reply = await answer(event)
      joinAlso(idsOfReply(reply))
      return toResult(reply, named.contract, event.hub.requestId)
    })

const correlate = ({ name }: Named, { log, now }: PipelineDeps): Step => ({
  after: ({ event: { hub }, response }) => {
    log('info', 'REQUEST_COMPLETED', {
      requestId: hub.requestId,
      route: name,
      status: response?.statusCode ?? 0,
      milliseconds: now().getTime() - hub.startedAt,
    })
  },
})

/** On each answer of a call that will go, whatever it says: since when that is known, and when it goes. */
const foretell = ({ name }: Named, going: Deprecations): Step => {
  const said = deprecationOf(name, going)
  const tell = ({ response }: middy.Request<ApiEvent, APIGatewayProxyResult>): void => {
    if (said && response) response.headers = { ...response.headers, ...deprecationHeaders(said) }
  }
  return { after: tell, onError: tell }
}

/** Of whoever sent no token, or none of ours. @see measures */
const unproven = { measured: { CallersUnproven: 1 } } as const

const isUnproven = (code: HubErrorCode): boolean =>
  code === 'token-missing' || code === 'token-invalid'

const problems = ({ name, contract }: Named, { log }: PipelineDeps): Step => ({
  onError: (request) => {
    const { error } = request
    const { requestId } = request.event.hub
    const ownWords = contract.faults === 'oauth' ? oauthReply(error) : undefined
    const reply = ownWords ?? problemReply(error, requestId)
    const code = error instanceof HubError ? error.code : 'internal'
    const fields = {
      ...{ requestId, route: name, status: reply.status, code },
      ...(isUnproven(code) && unproven),
    }
    if (reply.status < 500) log('warn', 'REQUEST_REFUSED', fields)
    else log('error', 'REQUEST_FAILED', { ...fields, ...tracesOf(error) })
    request.response = toResult(reply, undefined, requestId)
  },
})

/** A HubError's code tells what happened; anything else is a defect, to be found by its frames. */
const tracesOf = (error: Error | null | undefined) => ({
  errorName: error?.name ?? 'unknown',
  ...(error instanceof HubError ? {} : { frames: framesOf(error) }),
})

/** Tells nothing but where to ask, so it comes before everything that costs. The address is relative: a stage may stand anywhere. */
const redirect = ({ contract }: Named): Step => ({
  before: ({ event }) => {
    const { elsewhere } = contract
    if (elsewhere === undefined) return undefined
    const query = new URLSearchParams(
      Object.entries(event.multiValueQueryStringParameters ?? {}).flatMap(([name, values]) =>
        (values ?? []).map((value): [string, string] => [name, value]),
      ),
    )
    if (query.get(elsewhere.when) !== 'true') return undefined
    const headers = { Location: `${elsewhere.path}?${query}` }
    return toResult({ status: 307, headers }, contract, event.hub.requestId)
  },
})
