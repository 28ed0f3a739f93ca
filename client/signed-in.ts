import type { Answer } from './problem.ts'
import { type Identity, tokensOf } from './tokens.ts'
import { addressOf, type Limits, realWorld, transportTo, type World } from './transport.ts'

/** Who calls which hub. */
export type System = Identity &
  Limits & {
    /** The address of the API, with /v1. */
    readonly hub: string
    /** Work id of the person who answers for what this system asks, where a call names nobody else. */
    readonly practitioner?: string | undefined
  }

export type Asked = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: unknown
  /** Whether the same request twice does the same as once. */
  readonly isSafe: boolean
  readonly signal?: AbortSignal | undefined
  readonly tries?: number | undefined
}

export type SignedIn = {
  /** What a path under the hub’s address answers, whatever that is. */
  readonly ask: (asked: Asked) => Promise<Answer>
  readonly token: () => Promise<string>
}

/** Gives up waiting for what others wait for too. */
const unlessAborted = async <Found>(
  found: Promise<Found>,
  signal: AbortSignal | undefined,
): Promise<Found> => {
  if (signal === undefined) return found
  const over = new AbortController()
  try {
    return await Promise.race([
      found,
      new Promise<never>((_found, giveUp) =>
        signal.addEventListener('abort', () => giveUp(signal.reason), { signal: over.signal }),
      ),
    ])
  } finally {
    over.abort()
  }
}

/** A hub as a client of it asks it: signed in, and within a time. */
export const signedIn = (system: System, world: World = realWorld): SignedIn => {
  const hub = addressOf(system.hub)
  const send = transportTo(hub, system, world)
  const audience = system.audience ?? `${hub}/token`
  const tokens = tokensOf({ ...system, audience }, send, world)
  const asking = ({ method, path, headers, body, ...sending }: Asked) => {
    // Once: the hub compares bytes where a request comes again.
    const text = body === undefined ? undefined : JSON.stringify(body)
    const sent = {
      ...(system.practitioner !== undefined && { 'hub-practitioner': system.practitioner }),
      ...headers,
      ...(text !== undefined && { 'content-type': 'application/json' }),
    }
    return (token: string): Promise<Answer> =>
      send(
        async () => ({
          method,
          path,
          headers: { ...sent, authorization: `Bearer ${token}` },
          body: text,
        }),
        sending,
      )
  }
  return {
    token: () => tokens.fresh(),
    ask: async (asked) => {
      const sendWith = asking(asked)
      const token = await unlessAborted(tokens.fresh(), asked.signal)
      const answer = await sendWith(token)
      if (answer.status !== 401) return answer
      // Refused before anything was done: the hub has another key by now, or clocks differ.
      return sendWith(await unlessAborted(tokens.fresh(token), asked.signal))
    },
  }
}
