import { RemovalPolicy, Tags } from 'aws-cdk-lib'
import {
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  type Resource,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway'
import { AnyPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { FunctionName } from '../../shared/config/functions.ts'
import { fallback, routes } from '../../shared/config/routes.ts'
import { accessLogGroup } from '../names.ts'

type HubApiProps = {
  readonly functions: Readonly<Record<FunctionName, IFunction>>
  readonly logKey: IKey
  readonly apiId: string | undefined
  /** True when a domain of our own stands before it: the gateway's address would bypass the domain's client certificates. */
  readonly hidesOwnAddress: boolean
}

/** Fields that say who called what and how it went; no body, no query and no token is ever among them. */
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
export const hubApi = (scope: Construct, id: string, props: HubApiProps): RestApi => {
  const log = new LogGroup(scope, `${id}Log`, {
    logGroupName: accessLogGroup,
    encryptionKey: props.logKey,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  const api = new RestApi(scope, id, {
    restApiName: 'safeguarding-hub',
    description: 'Concerns in, alerts out, answers back',
    endpointTypes: [EndpointType.REGIONAL],
    disableExecuteApiEndpoint: props.hidesOwnAddress,
    cloudWatchRole: true,
    policy: callableByAll(),
    deployOptions: {
      stageName: 'v1',
      tracingEnabled: true,
      throttlingRateLimit: 200,
      throttlingBurstLimit: 400,
      loggingLevel: MethodLoggingLevel.ERROR,
      dataTraceEnabled: false,
      metricsEnabled: true,
      accessLogDestination: new LogGroupLogDestination(log),
      accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  })
  if (props.apiId !== undefined) Tags.of(api).add('ms-custom-id', props.apiId)
  addRoutes(api, props.functions)
  addProblems(api)
  return api
}

/** Anyone may knock; who may enter is decided by the token, in the function, where the object's owner is known. */
const callableByAll = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['execute-api:Invoke'],
        resources: ['execute-api:/v1/*'],
      }),
    ],
  })

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
