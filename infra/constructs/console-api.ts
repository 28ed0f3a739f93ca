import { LambdaIntegration, ResponseType, type RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { consoleLogGroup } from '../names.ts'
import { type GatewayAt, gateway } from './gateway.ts'

type ConsoleApiProps = GatewayAt & { readonly fn: IFunction }

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

/** The console's gateway: everything goes to its one function, which alone knows which pages there are. */
export const consoleApi = (
  scope: Construct,
  id: string,
  { fn, ...at }: ConsoleApiProps,
): RestApiBase => {
  const api = gateway(scope, id, {
    ...at,
    restApiName: 'safeguarding-hub-console',
    description: 'Pages for people',
    stageName: 'console',
    cloudWatchRole: false,
    // Pages and assets leave compressed, as bytes.
    binaryMediaTypes: ['*/*'],
    requestsPerSecond: 100,
    logGroupName: consoleLogGroup,
    accessLog,
  })
  const integration = new LambdaIntegration(fn, { scopePermissionToMethod: false })
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
