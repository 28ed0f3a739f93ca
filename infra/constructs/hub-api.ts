import {
  LambdaIntegration,
  type Resource,
  ResponseType,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { FunctionName } from '../../shared/config/functions.ts'
import { fallback, routes } from '../../shared/config/routes.ts'
import { accessLogGroup } from '../names.ts'
import { type GatewayAt, gateway } from './gateway.ts'

type HubApiProps = GatewayAt & {
  readonly functions: Readonly<Record<FunctionName, IFunction>>
}

/** Who called what and how it went. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  ip: '$context.identity.sourceIp',
}

/** The gateway's own answers, in the hub's words: it, too, speaks RFC 9457 and repeats nothing that was sent. */
const problems = [
  [
    ResponseType.MISSING_AUTHENTICATION_TOKEN,
    '404',
    'not-found',
    'There is nothing here for this caller',
  ],
  [
    ResponseType.REQUEST_TOO_LARGE,
    '413',
    'request-too-large',
    'The body is larger than this route takes',
  ],
  [ResponseType.THROTTLED, '429', 'too-many-requests', 'Too many requests; try again later'],
  [ResponseType.DEFAULT_4XX, undefined, 'request-malformed', 'The request cannot be read'],
  [ResponseType.DEFAULT_5XX, undefined, 'internal', 'The hub failed; the fault has been reported'],
] as const

/** The REST API: a method for each route of the table, and a catch-all so that a stranger gets a problem response. */
export const hubApi = (
  scope: Construct,
  id: string,
  { functions, ...at }: HubApiProps,
): RestApi => {
  const api = gateway(scope, id, {
    ...at,
    restApiName: 'safeguarding-hub',
    description: 'Concerns in, alerts out, answers back',
    stageName: 'v1',
    // The account's one role by which gateways write logs.
    cloudWatchRole: true,
    requestsPerSecond: 200,
    logGroupName: accessLogGroup,
    accessLog,
  })
  addRoutes(api, functions)
  addProblems(api)
  return api
}

const addRoutes = (api: RestApi, functions: HubApiProps['functions']): void => {
  const integrations = new Map<FunctionName, LambdaIntegration>()
  const integrationOf = (name: FunctionName): LambdaIntegration => {
    const made =
      integrations.get(name) ??
      // One permission a function and not one a method: a stack has at most 500 resources.
      new LambdaIntegration(functions[name], { scopePermissionToMethod: false })
    integrations.set(name, made)
    return made
  }
  for (const { method, path, function: name } of Object.values(routes)) {
    const resource: Resource = api.root.resourceForPath(path)
    resource.addMethod(method, integrationOf(name))
  }
  api.root.addProxy({ defaultIntegration: integrationOf(fallback), anyMethod: true })
}

const addProblems = (api: RestApi): void => {
  for (const [type, statusCode, code, title] of problems) {
    const status = statusCode === undefined ? '' : `"status":${statusCode},`
    const body = `{"type":"urn:safeguarding-hub:problem:${code}","title":"${title}",${status}"instance":"$context.requestId"}`
    api.addGatewayResponse(`Problem${type.responseType}`, {
      type,
      ...(statusCode !== undefined && { statusCode }),
      templates: { 'application/json': body },
      responseHeaders: {
        'Content-Type': "'application/problem+json'",
        'Cache-Control': "'no-store'",
      },
    })
  }
}
