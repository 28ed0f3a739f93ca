import { createPrivateKey, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import * as z from 'zod'
import type { HubPlace } from './place.ts'
import { reach } from './reach.ts'
import { PlainError } from './say.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: unknown
}
type Sent = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }

/** A system that calls the hub as any other would: its own key, a token from the API, plain HTTP. */
export type ApiClient = {
  readonly clientId: string
  readonly call: (method: 'GET' | 'POST' | 'PUT', path: string, sent?: Sent) => Promise<Answer>
}

type Place = Pick<HubPlace, 'apiUrl' | 'address' | 'clientKeys'>

/** Gets an access token with the client's private key. @see RFC 7523 §2.2 */
export const fetchToken = async (place: Place, clientId: string): Promise<string> => {
  const pem = await readFile(join(place.clientKeys, `${clientId}.pem`)).catch((cause: unknown) => {
    throw new PlainError(
      `The hub has no demo client of that name: ${place.clientKeys} lists them.`,
      {
        cause,
      },
    )
  })
  const key = createPrivateKey(pem)
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES256', kid: 'key-1' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(`${place.address}/token`)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(key)
  const response = await reach(`${place.apiUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  })
  if (!response.ok)
    throw new Error(
      `the hub refused ${clientId} a token: ${response.status} ${await response.text()}`,
    )
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token
}

/** A client that fetches a token when it has none or the one it has is four minutes old. */
export const apiClient = (place: Place, clientId: string): ApiClient => {
  let held: { readonly token: string; readonly until: number } | undefined
  const token = async (): Promise<string> => {
    if (held === undefined || held.until < Date.now())
      held = { token: await fetchToken(place, clientId), until: Date.now() + 240_000 }
    return held.token
  }
  return {
    clientId,
    call: async (method, path, { body, headers = {} } = {}) => {
      const response = await reach(`${place.apiUrl}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${await token()}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const parsed: unknown = text === '' ? undefined : JSON.parse(text)
      return { status: response.status, headers: response.headers, text, body: parsed }
    },
  }
}
