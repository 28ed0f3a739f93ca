import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import * as z from 'zod'
import { demoClients } from '../../local/seed/clients.ts'
import { clientSchema } from '../../shared/agencies/client.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { clientRow } from '../../shared/aws/dynamodb/clients.ts'
import { type RouteName, routes } from '../../shared/config/routes.ts'
import { address, type PricedHub, tables } from './priced-hub.ts'

type Sent = {
  readonly id?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A client that has signed in: what it calls, and what it is answered, which must be a success. */
export type Visit = (route: RouteName, sent?: Sent) => Promise<unknown>

const answerSchema = z.object({ statusCode: z.number(), body: z.string() })
const tokenSchema = z.object({ access_token: z.string() })

const eventOf = (
  route: RouteName,
  { id, headers, text }: Pick<Sent, 'id'> & Required<Pick<Sent, 'headers'>> & { text?: string },
) => ({
  httpMethod: routes[route].method,
  resource: routes[route].path,
  path: routes[route].path.replace('{id}', id ?? ''),
  pathParameters: id === undefined ? null : { id },
  headers: { ...headers },
  multiValueHeaders: {},
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  body: text ?? null,
  isBase64Encoded: false,
  requestContext: { requestId: randomUUID() } as APIGatewayProxyEvent['requestContext'],
  stageVariables: null,
})

const answered = async (hub: PricedHub, route: RouteName, event: unknown): Promise<unknown> => {
  const { statusCode, body } = answerSchema.parse(await hub.call(route, event))
  if (statusCode >= 400) throw new Error(`${route} was answered ${statusCode}: ${body}`)
  return body === '' ? undefined : JSON.parse(body)
}

const textOf = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

/** @see RFC 7523 §2.2 */
const assertionOf = (clientId: string, key: KeyObject, now: Date): string => {
  const iat = Math.floor(now.getTime() / 1_000)
  const claims = { iss: clientId, sub: clientId, aud: `${address}/token`, jti: randomUUID() }
  const said = `${textOf({ alg: 'ES256', kid: 'key-1' })}.${textOf({ ...claims, iat, exp: iat + 120 })}`
  const signature = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' })
  return `${said}.${signature.toString('base64url')}`
}

/** Registers the clients of the demo, each with a key, and gives the way in to each: a fresh token for every visit. */
export const createVisitors = async (hub: PricedHub) => {
  const keys = new Map<string, KeyObject>()
  for (const demo of demoClients) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'ES256', use: 'sig' }
    const client = clientSchema.parse({ ...demo, active: true, keys: [jwk] })
    await hub.store.transact([put(tables.directory, clientRow(client))])
    keys.set(demo.clientId, privateKey)
  }
  return async (clientId: string): Promise<Visit> => {
    const key = keys.get(clientId)
    if (key === undefined) throw new Error(`no client ${clientId}`)
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertionOf(clientId, key, hub.now()),
    })
    const event = eventOf('issueToken', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      text: String(form),
    })
    const { access_token } = tokenSchema.parse(await answered(hub, 'issueToken', event))
    return (route, { id, body, headers = {} } = {}) =>
      answered(
        hub,
        route,
        eventOf(route, {
          ...(id !== undefined && { id }),
          headers: {
            Authorization: `Bearer ${access_token}`,
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { text: JSON.stringify(body) }),
        }),
      )
  }
}
export type Visitors = Awaited<ReturnType<typeof createVisitors>>
