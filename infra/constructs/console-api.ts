import { RemovalPolicy, Tags } from 'aws-cdk-lib'
import {
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway'
import { AnyPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { consoleLogGroup } from '../names.ts'

type ConsoleApiProps = {
  readonly fn: IFunction
  readonly logKey: IKey
  readonly apiId: string | undefined
  readonly hidesOwnAddress: boolean
}

/** Who called and how it went. The path is left out: what stands in it is somebody's business. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  ip: '$context.identity.sourceIp',
}

const pages = {
  [ResponseType.REQUEST_TOO_LARGE.responseType]:
    'That is more than this service can take at once. Go back and shorten it.',
  [ResponseType.DEFAULT_4XX.responseType]: 'There is nothing here.',
  [ResponseType.DEFAULT_5XX.responseType]:
    'This service cannot answer just now. Wait a minute and try again. If a child is at risk, ring children’s social care.',
} as const

const asPage = (text: string): string =>
  `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Safeguarding hub</title><h1>Safeguarding hub</h1><p>${text}</p></html>`

const callable = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['execute-api:Invoke'],
        resources: ['execute-api:/console/*'],
      }),
    ],
  })

/** The console's gateway: everything goes to its one function, which alone knows which pages there are. */
export const consoleApi = (scope: Construct, id: string, props: ConsoleApiProps): RestApi => {
  const log = new LogGroup(scope, `${id}Log`, {
    logGroupName: consoleLogGroup,
    encryptionKey: props.logKey,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  const api = new RestApi(scope, id, {
    restApiName: 'safeguarding-hub-console',
    description: 'Pages for people',
    endpointTypes: [EndpointType.REGIONAL],
    disableExecuteApiEndpoint: props.hidesOwnAddress,
    cloudWatchRole: false,
    policy: callable(),
    // Pages and assets leave compressed, as bytes.
    binaryMediaTypes: ['*/*'],
    deployOptions: {
      stageName: 'console',
      tracingEnabled: true,
      throttlingRateLimit: 100,
      throttlingBurstLimit: 200,
      loggingLevel: MethodLoggingLevel.ERROR,
      dataTraceEnabled: false,
      metricsEnabled: true,
      accessLogDestination: new LogGroupLogDestination(log),
      accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  })
  if (props.apiId !== undefined) Tags.of(api).add('ms-custom-id', props.apiId)
  const integration = new LambdaIntegration(props.fn, { scopePermissionToMethod: false })
  api.root.addMethod('ANY', integration)
  api.root.addProxy({ defaultIntegration: integration, anyMethod: true })
  for (const [type, text] of Object.entries(pages))
    api.addGatewayResponse(`Page${type}`, {
      type: ResponseType.of(type),
      templates: { 'text/html': asPage(text) },
      responseHeaders: {
        'Content-Type': "'text/html; charset=utf-8'",
        'Cache-Control': "'no-store'",
        'Content-Security-Policy': "'default-src ''none''; frame-ancestors ''none'''",
      },
    })
  return api
}
