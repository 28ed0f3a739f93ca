import { Aws } from 'aws-cdk-lib'
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { FunctionName } from '../../shared/config/functions.ts'
import { fallback, functionOf, paths, routes } from '../../shared/config/routes.ts'
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

/**
 * The gateway's own answers, in the hub's words: it, too, speaks RFC 9457 and repeats nothing that was sent. Its defaults stand
 * for every kind without a row, so they have a status of their own.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const problems = [
  ['MISSING_AUTHENTICATION_TOKEN', 404, 'not-found', 'There is nothing here for this caller'],
  ['REQUEST_TOO_LARGE', 413, 'request-too-large', 'The body is larger than this route takes'],
  ['UNSUPPORTED_MEDIA_TYPE', 415, 'media-type-unsupported', 'This route takes another media type'],
  ['ACCESS_DENIED', 403, 'not-permitted', 'This caller may not do this'],
  ['WAF_FILTERED', 403, 'not-permitted', 'This caller may not do this'],
  ['THROTTLED', 429, 'too-many-requests', 'Too many requests; try again later'],
  ['INTEGRATION_TIMEOUT', 504, 'no-answer-in-time', 'The hub did not answer in time'],
  ['INTEGRATION_FAILURE', 504, 'no-answer-in-time', 'The hub did not answer in time'],
  ['DEFAULT_4XX', 400, 'request-malformed', 'The request cannot be read'],
  ['DEFAULT_5XX', 500, 'internal', 'The hub failed; the fault has been reported'],
] as const

/** In how many seconds whoever is told so may try again, as the gateway writes what does not depend on the request. */
const retryAfter: Readonly<Record<string, string>> = {
  'too-many-requests': "'2'",
  'no-answer-in-time': "'2'",
}

/** Whatever a client may send; what is not in a route's methods is answered by the fallback. */
const methods = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options'] as const

const toInvoke = ({ functionArn }: IFunction) => ({
  'x-amazon-apigateway-integration': {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: `arn:${Aws.PARTITION}:apigateway:${Aws.REGION}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
  },
  responses: {},
})

const gatewayResponses = Object.fromEntries(
  problems.map(([name, status, code, title]) => {
    const body = {
      type: `urn:safeguarding-hub:problem:${code}`,
      title,
      status,
      instance: '$context.requestId',
    }
    const headers = {
      'Content-Type': "'application/problem+json'",
      'Cache-Control': "'no-store'",
      ...(retryAfter[code] !== undefined && { 'Retry-After': retryAfter[code] }),
    }
    return [
      name,
      {
        statusCode: String(status),
        responseTemplates: { 'application/json': JSON.stringify(body) },
        responseParameters: Object.fromEntries(
          Object.entries(headers).map(([header, value]) => [
            `gatewayresponse.header.${header}`,
            value,
          ]),
        ),
      },
    ]
  }),
)

/**
 * The whole API as one document, and not a resource for each path and method: a stack has at most 500.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
const definitionOf = (functions: HubApiProps['functions']) => ({
  openapi: '3.0.1',
  info: { title: 'safeguarding-hub', version: '1' },
  // Beside the document they would be taken away by each import of it.
  'x-amazon-apigateway-gateway-responses': gatewayResponses,
  paths: Object.fromEntries(
    [...paths, '/', '/{proxy+}'].map((path) => [
      path,
      Object.fromEntries(
        methods.map((method) => [
          method,
          toInvoke(functions[functionOf(method.toUpperCase(), path)]),
        ]),
      ),
    ]),
  ),
})

/** The REST API: a method for each route of the table, and a catch-all so that a stranger gets a problem response. */
export const hubApi = (
  scope: Construct,
  id: string,
  { functions, ...at }: HubApiProps,
): RestApiBase => {
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
    definition: definitionOf(functions),
  })
  letInvoke(api, functions)
  return api
}

const letInvoke = (api: RestApiBase, functions: HubApiProps['functions']): void => {
  for (const name of new Set([fallback, ...Object.values(routes).map((route) => route.function)]))
    functions[name].addPermission('Api', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: api.arnForExecuteApi(),
    })
}
