import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { FunctionName } from '../../shared/config/functions.ts'
import { functionOf, paths } from '../../shared/config/routes.ts'

const stage = '/v1'

type Found = {
  readonly function: FunctionName
  readonly resource: string
  readonly parameters: Readonly<Record<string, string>>
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What stands in the path for each `{name}` of the template; undefined when the path is another. */
const parametersIn = (path: string, template: string): Record<string, string> | undefined => {
  const [parts, wanted] = [path.split('/'), template.split('/')]
  if (parts.length !== wanted.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [at, name] of wanted.entries()) {
    const part = parts[at] ?? ''
    const isParameter = name.startsWith('{') && part !== ''
    if (isParameter) parameters[name.slice(1, -1)] = decoded(part)
    else if (part !== name) return undefined
  }
  return parameters
}

/** What the gateway would choose: of several paths that fit, the one that names more of it. */
export const routeOf = (method: string | undefined, path: string): Found => {
  const found = [...paths].flatMap((resource) => {
    const parameters = parametersIn(path, resource)
    return parameters === undefined ? [] : [{ resource, parameters }]
  })
  const [closest = { resource: '/{proxy+}', parameters: {} }] = found.toSorted(
    (one, other) => Object.keys(one.parameters).length - Object.keys(other.parameters).length,
  )
  return { function: functionOf(method ?? 'GET', closest.resource), ...closest }
}

const grouped = (pairs: Iterable<readonly [string, string]>): Record<string, string[]> | null => {
  const groups = Map.groupBy(pairs, ([name]) => name)
  if (groups.size === 0) return null
  return Object.fromEntries(
    [...groups].map(([name, values]) => [name, values.map(([, value]) => value)]),
  )
}

const lastOf = (groups: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, values.at(-1) ?? '']))

const headerPairs = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []))

type Routed = {
  readonly resource: string
  readonly path: string
  readonly parameters: Readonly<Record<string, string>>
}

/** A request as API Gateway hands it to a function. */
const eventOf = (
  { method, url = '/', rawHeaders }: IncomingMessage,
  body: Buffer,
  { resource, path, parameters }: Routed,
): APIGatewayProxyEvent => {
  const headers = grouped(headerPairs(rawHeaders)) ?? {}
  const query = grouped(new URL(url, 'http://hub').searchParams)
  return {
    httpMethod: method ?? 'GET',
    resource,
    path,
    pathParameters: { ...parameters },
    headers: lastOf(headers),
    multiValueHeaders: headers,
    queryStringParameters: query === null ? null : lastOf(query),
    multiValueQueryStringParameters: query,
    body: body.length === 0 ? null : body.toString('base64'),
    isBase64Encoded: body.length > 0,
    requestContext: { requestId: randomUUID() } as APIGatewayProxyEvent['requestContext'],
    stageVariables: null,
  }
}

/** Where the console stands beside the API. */
export const consoleStage = '/console'

/** A request of the console, all of which goes to its one function. */
export const consoleEventOf = (request: IncomingMessage, body: Buffer): APIGatewayProxyEvent => {
  const path = new URL(request.url ?? '/', 'http://hub').pathname.slice(consoleStage.length)
  const proxy = path.replace(/^\//, '')
  return eventOf(request, body, {
    resource: proxy === '' ? '/' : '/{proxy+}',
    path: path === '' ? '/' : path,
    parameters: proxy === '' ? {} : { proxy },
  })
}

/** A request as API Gateway hands it to a function, and the function. */
export const apiEventOf = (
  request: IncomingMessage,
  body: Buffer,
): { readonly function: FunctionName; readonly event: APIGatewayProxyEvent } => {
  const { pathname } = new URL(request.url ?? '/', 'http://hub')
  const path = pathname.startsWith(`${stage}/`) ? pathname.slice(stage.length) : ''
  const { function: name, resource, parameters } = routeOf(request.method, path)
  return { function: name, event: eventOf(request, body, { resource, path, parameters }) }
}
