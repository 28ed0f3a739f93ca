import { setTimeout } from 'node:timers/promises'
import type { Clock } from '../shared/kernel/clock.ts'
import { parsedJson } from '../shared/kernel/parsed-json.ts'
import { type Answer, HubUnreachable } from './problem.ts'
import { type Tried, waitAfter } from './waits.ts'

/** Time and chance: what a test gives in their place. */
export type World = {
  readonly now: Clock
  readonly random: () => number
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>
}
export const realWorld: World = {
  now: () => new Date(),
  random: Math.random,
  wait: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
}

export type Limits = {
  /** How often one request is sent at most. */
  readonly tries?: number | undefined
  /** Milliseconds for each try. */
  readonly timeout?: number | undefined
}

export type Request = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | URLSearchParams | undefined
}
type Sending = {
  readonly isSafe: boolean
  readonly signal?: AbortSignal | undefined
  /** For this request alone. */
  readonly tries?: number | undefined
}

/** Sends what `make` makes, which it makes anew for each try. */
export type Send = (make: () => Promise<Request>, sending: Sending) => Promise<Answer>

/** A name or number of this machine: there alone nobody listens in between. */
const isHere = ({ hostname }: URL): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)

/** @throws TypeError where it is no address, or one at which a token could be overheard */
export const addressOf = (hub: string): string => {
  if (!URL.canParse(hub)) throw new TypeError('hub: the address of the API, with /v1')
  const url = new URL(hub)
  if (url.protocol !== 'https:' && !isHere(url)) throw new TypeError('hub: an https address')
  return hub.replace(/\/$/, '')
}

const answerTo = async (url: string, init: RequestInit): Promise<Answer> => {
  // Whoever is sent elsewhere would take the token along.
  const response = await fetch(url, { ...init, redirect: 'manual' })
  const text = await response.text()
  const { status, headers } = response
  return { status, headers, text, body: parsedJson(text) }
}

/** What came of one try, and how to give it on where it was the last. */
const outcomeOf = async (
  once: () => Promise<Answer>,
): Promise<{ readonly tried: Tried; readonly result: () => Answer }> => {
  try {
    const answer = await once()
    const retryAfter = answer.headers.get('retry-after')
    return { tried: { status: answer.status, retryAfter }, result: () => answer }
  } catch (error) {
    if (!(error instanceof HubUnreachable)) throw error
    const result = (): never => {
      throw error
    }
    return { tried: 'no-answer', result }
  }
}

/** The way to a hub: within a time, and again where that is safe. @throws HubUnreachable, or what `signal` was given up for */
export const transportTo = (
  hub: string,
  { tries = 5, timeout = 20_000 }: Limits,
  world: World,
): Send => {
  const once = async (
    make: () => Promise<Request>,
    given: AbortSignal | undefined,
  ): Promise<Answer> => {
    given?.throwIfAborted()
    const { path, body, ...request } = await make()
    const late = AbortSignal.timeout(timeout)
    const signal = given === undefined ? late : AbortSignal.any([given, late])
    const sent = { ...request, signal, ...(body !== undefined && { body }) }
    return answerTo(`${hub}${path}`, sent).catch((cause: unknown) => {
      given?.throwIfAborted()
      throw new HubUnreachable('no hub answers there', { cause })
    })
  }
  return async (make, { isSafe, signal, ...own }) => {
    for (let attempt = 1; ; attempt += 1) {
      const { tried, result } = await outcomeOf(() => once(make, signal))
      const by = { now: world.now(), chance: world.random() }
      const wait = waitAfter(tried, { attempt, tries: own.tries ?? tries, isSafe }, by)
      if (wait === undefined) return result()
      await world.wait(wait, signal)
    }
  }
}
