import type { APIGatewayProxyEvent } from 'aws-lambda'
import { HubError } from '../kernel/hub-error.ts'
import { readJson } from './read-json.ts'

const mostBytes = 128 * 1024
const mostTokenLength = 4096

/** Header names in lower case. A header sent twice is joined, so that it fails its contract instead of being picked from. */
export const headersOf = (
  event: Pick<APIGatewayProxyEvent, 'headers' | 'multiValueHeaders'>,
): Record<string, string> => {
  const many = Object.entries({ ...event.multiValueHeaders }).map(([name, values]) => [
    name,
    values?.join(', '),
  ])
  return Object.fromEntries(
    [...Object.entries({ ...event.headers }), ...many].flatMap(([name, value]) =>
      name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]],
    ),
  )
}

/** The caller's request id when it is a sane one, otherwise the gateway's. It is echoed and logged, so it is held short. */
export const requestIdOf = (event: APIGatewayProxyEvent): string => {
  const sent = headersOf(event)['x-request-id']
  return sent !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(sent)
    ? sent
    : event.requestContext.requestId
}

/** The bearer token as sent, unverified; longer than 4 kB is not one of ours. */
export const bearerOf = (
  event: Pick<APIGatewayProxyEvent, 'headers' | 'multiValueHeaders'>,
): string => {
  const header = headersOf(event)['authorization']
  if (header === undefined) throw new HubError('token-missing', 'send Authorization: Bearer')
  const token = /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1]
  if (token === undefined || token.length > mostTokenLength)
    throw new HubError('token-invalid', 'not a bearer token')
  return token
}

/** A parameter sent twice stays a list, which no contract takes: nobody picks one of two. */
export const queryOf = (event: APIGatewayProxyEvent): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(event.multiValueQueryStringParameters ?? {}).map(([name, values]) => [
      name,
      values?.length === 1 ? values[0] : values,
    ]),
  )

/** The body's bytes, and its value by the media type that the contract names. */
export const bodyOf = (
  event: APIGatewayProxyEvent,
  mediaType: string,
): { bytes: Buffer; value: unknown } => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.byteLength > mostBytes)
    throw new HubError('request-too-large', `at most ${mostBytes} bytes`)
  requireMediaType(headersOf(event)['content-type'], mediaType)
  const text = textOf(bytes)
  return { bytes, value: mediaType === 'application/json' ? readJson(text) : readForm(text) }
}

/** What stands in the body, whatever it is said to be and whether or not it is taken; undefined where it is no JSON, or too much. */
export const bodyUnjudged = ({
  body,
  isBase64Encoded,
}: Pick<APIGatewayProxyEvent, 'body' | 'isBase64Encoded'>): unknown => {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.byteLength > mostBytes) return undefined
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new HubError('request-malformed', 'the body is not UTF-8')
  }
}

const utf8Parameters = new Set(['', 'charset=utf-8', 'charset="utf-8"'])

const requireMediaType = (sent: string | undefined, expected: string): void => {
  const [type, ...parameters] = (sent ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charsetIsSane = parameters.every((parameter) => utf8Parameters.has(parameter))
  if (type !== expected || !charsetIsSane)
    throw new HubError('media-type-unsupported', `expected ${expected} in UTF-8`)
}

const readForm = (text: string): unknown => {
  const pairs = [...new URLSearchParams(text)]
  const names = new Set(pairs.map(([name]) => name))
  if (names.size < pairs.length) throw new HubError('request-malformed', 'the same parameter twice')
  return Object.fromEntries(pairs)
}
