import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import * as z from 'zod'
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

const tokenSchema = z.object({ access_token: z.string() })
const metadataSchema = z.object({ issuer: z.url() })
const patience = 20_000
/** A token lives for five minutes. */
const heldMilliseconds = 240_000

const noHub = (cause: unknown): InputError =>
  new InputError('no hub answers at --hub; its address ends with /v1', { cause })

const answerOf = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience), ...init }).catch(
    (cause: unknown) => {
      throw noHub(cause)
    },
  )

/** What a hub says of itself and of a token; anything else that answers there is none. */
const readAs = async <Said>(answer: Response, schema: z.ZodType<Said>): Promise<Said> => {
  const read = schema.safeParse(await answer.json().catch(() => undefined))
  if (!read.success) throw noHub(read.error)
  return read.data
}

/** @throws InputError where it is none with which a client of the hub can sign */
const keyOf = (pem: string): KeyObject => {
  const wanted = '--key: an EC private key on P-256, in PEM'
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key
  } catch (cause) {
    throw new InputError(wanted, { cause })
  }
  throw new InputError(wanted)
}

const fetchToken = async ({ hub, client, pem }: System): Promise<string> => {
  const described = await answerOf(`${hub}/.well-known/oauth-authorization-server`)
  const { issuer } = await readAs(described, metadataSchema)
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(keyOf(pem))
  const answer = await answerOf(`${hub}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  })
  if (!answer.ok)
    throw new InputError(
      `the hub gives ${client} no token (${answer.status}): it knows no client of this id, or the key in --key is not one of its keys`,
    )
  return (await readAs(answer, tokenSchema)).access_token
}

type Answer = { readonly status: number; readonly body: unknown }
type Headers = Readonly<Record<string, string>>

export type Asking = Api & {
  /** What a path answers to a body. */
  readonly post: (path: string, body?: unknown, headers?: Headers) => Promise<Answer>
}

/** The API as a client of it reads and asks. */
export const apiOf = (given: System): Asking => {
  const system = { ...given, hub: given.hub.endsWith('/') ? given.hub.slice(0, -1) : given.hub }
  let held: { readonly token: string; readonly until: number } | undefined
  const call = async (
    path: string,
    { headers = {}, ...init }: { headers?: Headers } & RequestInit,
  ): Promise<Answer> => {
    if (held === undefined || held.until < Date.now())
      held = { token: await fetchToken(system), until: Date.now() + heldMilliseconds }
    const answer = await answerOf(`${system.hub}${path}`, {
      ...init,
      headers: {
        ...headers,
        Authorization: `Bearer ${held.token}`,
        ...(system.practitioner !== undefined && { 'Hub-Practitioner': system.practitioner }),
      },
    })
    const body: unknown = await answer.json().catch(() => undefined)
    return { status: answer.status, body }
  }
  return {
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, body, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  }
}
