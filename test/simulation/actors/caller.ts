import type { APIGatewayProxyResult } from 'aws-lambda'
import type { RouteName } from '../../../shared/config/routes.ts'
import { routes } from '../../../shared/config/routes.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import type { Fleet } from '../hub/fleet.ts'
import type { Simulated } from '../hub/wires.ts'
import type { Caller } from '../world/tokens.ts'

/** What a caller hears: an answer, or nothing that tells what happened. */
export type Reply =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly body: unknown
      readonly text: string
      readonly headers: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'unknown' }

type Sent = Parameters<typeof anApiEvent>[1]
export type Request = { readonly route: RouteName; readonly caller: Caller; readonly sent?: Sent }

type CallerDeps = {
  readonly fleet: Fleet
  readonly scheduler: Scheduler
  readonly tokenOf: (caller: Caller) => Promise<string>
  /** Sees everything that leaves. */
  readonly onReply: (status: number, text: string) => void
}

const mostTries = 40

/** Whether to ask again is right: nobody said what became of it, or it was turned away for now. */
const isForNow = (reply: Reply): boolean =>
  reply.kind === 'unknown' || reply.status >= 500 || reply.status === 401 || reply.status === 409

export const createCaller = ({ fleet, scheduler, tokenOf, onReply }: CallerDeps) => {
  const ask = async ({ route, caller, sent }: Request): Promise<Reply> => {
    const event = anApiEvent(route, { ...sent, token: await tokenOf(caller) })
    const outcome = await fleet.invoke(routes[route].function as Simulated, event)
    if (outcome.kind !== 'replied') return { kind: 'unknown' }
    const { statusCode, body, headers = {} } = outcome.reply as APIGatewayProxyResult
    onReply(statusCode, `${body} ${JSON.stringify(headers)}`)
    return {
      kind: 'answered',
      status: statusCode,
      text: body,
      body: body === '' ? undefined : JSON.parse(body),
      headers,
    }
  }
  return {
    ask,
    /** The same again until somebody says what became of it. */
    insist: async (request: Request): Promise<Reply> => {
      for (let tries = 1; ; tries += 1) {
        const reply = await ask(request)
        if (!isForNow(reply) || tries === mostTries) return reply
        await scheduler.sleep(500 * Math.min(tries, 20))
      }
    },
  }
}
export type Calls = ReturnType<typeof createCaller>
