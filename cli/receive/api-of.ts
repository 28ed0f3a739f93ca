import { HubProblem, HubUnreachable } from '../../client/problem.ts'
import { type Asked, type SignedIn, signedIn } from '../../client/signed-in.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Api } from './poll-inbox.ts'

export type System = {
  /** The address of the API, with /v1. */
  readonly hub: string
  readonly client: string
  /** Its private key, PEM. */
  readonly pem: string
  /** Work id of the person who answers for what this system reads; what shows no family needs none. */
  readonly practitioner?: string | undefined
}

type Answer = { readonly status: number; readonly body: unknown }
type Sent = {
  readonly headers?: Readonly<Record<string, string>>
  /** Whether the same request twice does the same as once: then it is sent again where the hub is busy or cannot be reached. */
  readonly isSafe?: boolean
}

export type Asking = Api & {
  /** What a path answers to a body. */
  readonly post: (path: string, body?: unknown, sent?: Sent) => Promise<Answer>
}

/** Whoever waits at a terminal is told soon; what writes is worth a quarter of a minute. */
const triesToRead = 3
const triesToWrite = 6

/** In the words of the command’s options. */
const inWords = (error: unknown, client: string): unknown => {
  const cause = { cause: error }
  const isElsewhere = error instanceof HubProblem && error.status === 404
  if (error instanceof HubProblem && error.code !== 'unknown' && !isElsewhere)
    return new InputError(
      `the hub gives ${client} no token (${error.status}): it knows no client of this id, or the key in --key is not one of its keys`,
      cause,
    )
  if (error instanceof HubProblem || error instanceof HubUnreachable)
    return new InputError('no hub answers at --hub; its address ends with /v1', cause)
  return error instanceof TypeError ? new InputError(`--${error.message}`, cause) : error
}

const signedInAs = ({ pem, ...system }: System): SignedIn => {
  try {
    return signedIn({ ...system, key: pem, tries: triesToRead })
  } catch (error) {
    throw inWords(error, system.client)
  }
}

/** The API as a client of it reads and asks. @throws InputError */
export const apiOf = (system: System): Asking => {
  const hub = signedInAs(system)
  const call = (asked: Asked): Promise<Answer> =>
    hub.ask(asked).catch((error: unknown) => {
      throw inWords(error, system.client)
    })
  return {
    get: (path, headers) => call({ method: 'GET', path, headers, isSafe: true }),
    post: (path, body, { headers, isSafe = false } = {}) =>
      call({ method: 'POST', path, body, headers, isSafe, tries: triesToWrite }),
  }
}
