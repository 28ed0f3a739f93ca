import { createServer as createHttp, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { Server } from 'node:net'
import { isPushed, type Pushed } from '../../client/receive/is-pushed.ts'
import type { PublishedKeys } from '../../client/receive/published-keys.ts'
import type { Clock } from '../../shared/kernel/clock.ts'
import { type Say, saidOf } from './said.ts'
import { type TakeDeps, take } from './take.ts'

/** Somewhat more than the hub sends. */
const mostBytes = 512 * 1024

const bodyOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    length += part.length
    if (length > mostBytes) return undefined
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString()
}

export type PushDeps = TakeDeps & {
  readonly published: PublishedKeys
  readonly now: Clock
  readonly say: Say
}

/** The status for one push: 204 only for what was handed over, so that all else comes again. */
export const answerPush = async (pushed: Pushed, deps: PushDeps): Promise<number> => {
  if (!(await isPushed(pushed, deps.published, deps.now))) return 401
  const taken = await take(pushed.body, deps)
  deps.say(saidOf(taken))
  return taken.kind === 'refused' ? 422 : 204
}

const statusFor = async (request: IncomingMessage, deps: PushDeps): Promise<number> => {
  if (request.method !== 'POST') return 405
  const body = await bodyOf(request)
  if (body === undefined) return 413
  return answerPush({ headers: request.headers, body }, deps)
}

/** Listens for what is pushed: by HTTPS with a key and certificate, else by HTTP for whatever stands before it. */
export const listenFor = (
  deps: PushDeps,
  tls?: { readonly key: string; readonly cert: string },
): Server => {
  const answer: RequestListener = (request, response) => {
    statusFor(request, deps)
      .catch(() => {
        deps.say({ what: 'failed', why: 'it was not handed over' })
        return 500
      })
      .then((status) => response.writeHead(status).end())
      .catch(() => response.destroy())
  }
  return tls === undefined ? createHttp(answer) : createHttps({ ...tls }, answer)
}
