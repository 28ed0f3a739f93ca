import type { APIGatewayProxyEvent, Context } from 'aws-lambda'
import { type RouteName, routes } from '../../shared/config/routes.ts'

type Sent = {
  readonly id?: string
  readonly token?: string
  readonly body?: unknown
  readonly rawBody?: string
  readonly headers?: Record<string, string>
  readonly query?: Record<string, string | readonly string[]>
}

const requestContext = { requestId: 'test-request-0001' } as APIGatewayProxyEvent['requestContext']

/** A request as the gateway hands it to a function. */
export const anApiEvent = (route: RouteName, sent: Sent = {}): APIGatewayProxyEvent => {
  const { method, path } = routes[route]
  const hasBody = sent.body !== undefined || sent.rawBody !== undefined
  const headers = {
    ...(hasBody && { 'Content-Type': 'application/json' }),
    ...(sent.token !== undefined && { Authorization: `Bearer ${sent.token}` }),
    ...sent.headers,
  }
  const query = Object.entries(sent.query ?? {}).map(([name, value]): [string, string[]] => [
    name,
    [value].flat() as string[],
  ])
  return {
    httpMethod: method,
    resource: path,
    path: path.replace('{id}', sent.id ?? '{id}'),
    pathParameters: sent.id === undefined ? null : { id: sent.id },
    headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
    queryStringParameters: null,
    multiValueQueryStringParameters: query.length === 0 ? null : Object.fromEntries(query),
    body: sent.rawBody ?? (sent.body === undefined ? null : JSON.stringify(sent.body)),
    isBase64Encoded: false,
    requestContext,
    stageVariables: null,
  }
}

/** Lambda's context, of which the hub uses nothing. */
export const aContext = { getRemainingTimeInMillis: () => 10_000 } as Context
