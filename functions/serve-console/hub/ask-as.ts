import * as z from 'zod'
import type { Answered } from '../../../shared/sending/call.ts'
import type { Ask, CallHub } from '../../../shared/sending/hub-client.ts'
import { clientIdOf, type Position, scopesOfPosition } from '../roles.ts'
import type { Acting } from '../session/session.ts'

const problemSchema = z.object({
  type: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
})
export type Problem = {
  readonly status: number
  /** The last part of the problem's type. */
  readonly code: string
  readonly errors: z.infer<typeof problemSchema>['errors']
}

export type FromHub =
  | { readonly kind: 'ok'; readonly etag: string; readonly body: unknown }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** The hub's API as the person who signed in. */
export type AskHubAs = (ask: Ask) => Promise<FromHub>

/** An answer that a page does not deal with itself; it becomes the error page of its status. */
const problemError = (problem: Problem): Error =>
  Object.assign(new Error(`the API answered ${problem.status}`), { problem })

/** The API's problem behind an error, if that is what it is. */
export const problemIn = (error: unknown): Problem | undefined =>
  error instanceof Error && 'problem' in error ? (error.problem as Problem) : undefined

const parsed = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const fromHub = ({ status, headers, text }: Answered): FromHub => {
  const body = parsed(text)
  if (status >= 200 && status <= 299)
    return { kind: 'ok', etag: String(headers['etag'] ?? ''), body }
  const read = problemSchema.safeParse(body)
  const code = read.data?.type.split(':').at(-1) ?? 'internal'
  return { kind: 'problem', problem: { status, code, errors: read.data?.errors ?? [] } }
}

export type ClientOf = (client: { readonly clientId: string; readonly scope: string }) => CallHub

/** One client of the API for each position that somebody acts in, held while the function is. */
export const clientsOfPositions = (make: ClientOf): ((position: Position) => CallHub) => {
  const made = new Map<string, CallHub>()
  return (position) => {
    const clientId = clientIdOf(position)
    const scope = scopesOfPosition(position).join(' ')
    const name = `${clientId} ${scope}`
    const call = made.get(name) ?? make({ clientId, scope })
    made.set(name, call)
    return call
  }
}

/** In whose name the API is asked, and for which visit of theirs. */
export type AskedFor = Pick<Acting, 'position' | 'workId'> & { readonly requestId: string }

/** No answer: nothing of a question was done, and of anything else nobody knows. */
const unanswered = (cause: unknown, { method }: Ask): Error => {
  const wasRefused = cause instanceof Error && 'status' in cause
  const status = method === 'GET' || wasRefused ? 503 : 504
  return Object.assign(problemError({ status, code: 'no-answer', errors: [] }), { cause })
}

/**
 * Names the person to the API with each request: its checks, its counts and its entries are of them. All that is asked for one page has
 * one request id, by which a visit is followed through both logs.
 * @throws Error with a problem where there is no token, or no answer
 */
export const askAs =
  (clientFor: (position: Position) => CallHub) =>
  ({ position, workId, requestId }: AskedFor): AskHubAs =>
  async (ask) => {
    const headers = {
      ...ask.headers,
      'Hub-Practitioner': workId,
      'X-Request-ID': requestId,
    }
    const answer = await clientFor(position)({ ...ask, headers }).catch((cause: unknown) => {
      throw unanswered(cause, ask)
    })
    return fromHub(answer)
  }

/** What the API gave, as a page expects it. @throws Error with the API's problem where it gave none. @see problemIn */
export const given = <T extends z.ZodType>(schema: T, answer: FromHub): z.infer<T> => {
  if (answer.kind === 'problem') throw problemError(answer.problem)
  return schema.parse(answer.body)
}
