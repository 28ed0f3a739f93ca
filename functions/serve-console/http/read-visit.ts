import type { APIGatewayProxyEvent } from 'aws-lambda'
import { headersOf } from '../../../shared/http/read-event.ts'

const mostBytes = 128 * 1024

/** A request of a browser, as far as the console reads it. */
export type Visit = {
  /** The gateway’s id of it, which the API is told with whatever is asked of it for this page. */
  readonly requestId: string
  readonly method: string
  /** Below where the console stands, with a slash before it. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: ReadonlyMap<string, string>
  readonly form: URLSearchParams
  /** More than anybody types. */
  readonly isTooLarge: boolean
}

/** Of a cookie that is sent twice the first counts: the one whose path fits best. @see RFC 6265 §5.4 */
const cookiesIn = (header: string): ReadonlyMap<string, string> => {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}

const formType = 'application/x-www-form-urlencoded'

const bytesOf = ({ body, isBase64Encoded }: APIGatewayProxyEvent): Buffer =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')

/** What stands in a form; nothing of one that is too large, or of another type. */
const formOf = (bytes: Buffer, type = ''): URLSearchParams => {
  const isForm = type.split(';')[0]?.trim().toLowerCase() === formType
  return new URLSearchParams(isForm && bytes.byteLength <= mostBytes ? bytes.toString() : '')
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}

export const visitOf = (event: APIGatewayProxyEvent): Visit => {
  const headers = headersOf(event)
  const bytes = bytesOf(event)
  return {
    requestId: event.requestContext.requestId,
    method: event.httpMethod,
    path: `/${decoded(event.pathParameters?.['proxy'] ?? '')}`.replace(/(?<=.)\/$/, ''),
    query: Object.fromEntries(
      Object.entries(event.multiValueQueryStringParameters ?? {}).flatMap(([name, values]) =>
        values?.[0] === undefined ? [] : [[name, values[0]]],
      ),
    ),
    headers,
    cookies: cookiesIn(headers['cookie'] ?? ''),
    form: formOf(bytes, headers['content-type']),
    isTooLarge: bytes.byteLength > mostBytes,
  }
}
