import * as z from 'zod'
import type { Answered, Call, ClientCertificate } from './call.ts'

/** A client of the hub, as the directory knows it, and what proves that it is that. */
export type HubClient = {
  readonly clientId: string
  /** ES256 over these bytes; the raw 64. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>
  /** The scopes that its tokens are asked for, with spaces; left out: all that it may have. */
  readonly scope?: string
}

type At = {
  /** The API’s address with its stage, and what it calls itself. */
  readonly url: string
  readonly issuer: string
  readonly call: Call
  readonly certificate: () => Promise<ClientCertificate | undefined>
  readonly now: () => Date
  readonly newId: (now: Date) => string
}

export type Ask = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** As one client of the API, with a token of its own, whatever is answered. @throws Error where it gets no token, or no answer */
export type CallHub = (ask: Ask) => Promise<Answered>

/** As one client of the API, with a token of its own. @throws Error with the status, where it is not of the 200s; what was answered may hold anything and is left out */
export type AskHub = (ask: Ask) => Promise<{ readonly etag: string; readonly body: unknown }>

const tokenSchema = z.object({ access_token: z.string() })
/** An access token is good for five minutes. */
const heldMilliseconds = 240_000
const assertionSeconds = 60

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The client’s own statement that it is that, signed where its key never leaves. @see RFC 7523 §2.2 */
export const assertionOf = async (
  { clientId, sign }: HubClient,
  { issuer, now, newId }: Pick<At, 'issuer' | 'now' | 'newId'>,
): Promise<string> => {
  const iat = Math.floor(now().getTime() / 1000)
  const claims = { iss: clientId, sub: clientId, aud: issuer, iat, exp: iat + assertionSeconds }
  const signed = `${encoded({ alg: 'ES256', typ: 'JWT' })}.${encoded({ ...claims, jti: newId(now()) })}`
  const signature = await sign(Buffer.from(signed))
  return `${signed}.${Buffer.from(signature).toString('base64url')}`
}

const required = ({ status, ...answer }: Answered): Omit<Answered, 'status'> => {
  if (status < 200 || status > 299) throw Object.assign(new Error(`answered ${status}`), { status })
  return answer
}

const fetchToken = async (client: HubClient, at: At): Promise<string> => {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertionOf(client, at),
    ...(client.scope !== undefined && { scope: client.scope }),
  })
  const answer = await at.call({
    method: 'POST',
    url: `${at.url}/token`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    shows: await at.certificate(),
  })
  return tokenSchema.parse(JSON.parse(required(answer).text)).access_token
}

/** The hub’s API as one client calls it from outside, with whatever that answers. */
export const hubCaller = (client: HubClient, at: At): CallHub => {
  let held: { readonly token: Promise<string>; readonly until: number } | undefined
  const letGo = (): void => {
    held = undefined
  }
  /** Two that ask at once wait for one token. */
  const token = (): Promise<string> => {
    const now = at.now().getTime()
    if (held !== undefined && held.until > now) return held.token
    held = { token: fetchToken(client, at), until: now + heldMilliseconds }
    held.token.catch(letGo)
    return held.token
  }
  return async ({ method, path, headers = {}, body }) =>
    at.call({
      method,
      url: `${at.url}${path}`,
      headers: {
        ...headers,
        Authorization: `Bearer ${await token()}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      shows: await at.certificate(),
    })
}

/** As {@link hubCaller}, for what expects to be let. */
export const hubClient = (client: HubClient, at: At): AskHub => {
  const call = hubCaller(client, at)
  return async (ask) => {
    const { headers: told, text } = required(await call(ask))
    return { etag: String(told['etag'] ?? ''), body: text === '' ? undefined : JSON.parse(text) }
  }
}
