import { RemovalPolicy, Tags } from 'aws-cdk-lib'
import {
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  type RestApiBase,
  type RestApiProps,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway'
import { AnyPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** What differs between deployments. */
export type GatewayAt = {
  readonly logKey: IKey
  readonly apiId: string | undefined
  /** True when a domain of our own stands before it: the gateway's address would bypass what that asks for. */
  readonly hidesOwnAddress: boolean
}

type Gateway = GatewayAt &
  Required<Pick<RestApiProps, 'restApiName' | 'description' | 'cloudWatchRole'>> &
  Pick<RestApiProps, 'binaryMediaTypes'> & {
    readonly stageName: string
    readonly logGroupName: string
    /** Fields that say who called and how it went; no body, no query and no token is ever among them. */
    readonly accessLog: Readonly<Record<string, string>>
    /** The most requests a second, on average; in a moment twice as many. */
    readonly requestsPerSecond: number
    /** What it serves, as OpenAPI 3.0; left out: what is added to it. */
    readonly definition?: object
  }

/** Anyone may knock; who may enter is decided in the function, where the object's owner is known. */
const callableByAll = (stageName: string): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['execute-api:Invoke'],
        resources: [`execute-api:/${stageName}/*`],
      }),
    ],
  })

/** A REST API with our defaults: regional, of one stage, traced, throttled, with a log of who called. */
export const gateway = (
  scope: Construct,
  id: string,
  { logKey, apiId, hidesOwnAddress, stageName, accessLog, ...gateway }: Gateway,
): RestApiBase => {
  const { logGroupName, requestsPerSecond, definition, ...own } = gateway
  const log = new LogGroup(scope, `${id}Log`, {
    logGroupName,
    encryptionKey: logKey,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  const props = {
    ...own,
    endpointTypes: [EndpointType.REGIONAL],
    disableExecuteApiEndpoint: hidesOwnAddress,
    policy: callableByAll(stageName),
    deployOptions: {
      stageName,
      tracingEnabled: true,
      throttlingRateLimit: requestsPerSecond,
      throttlingBurstLimit: 2 * requestsPerSecond,
      loggingLevel: MethodLoggingLevel.ERROR,
      dataTraceEnabled: false,
      metricsEnabled: true,
      accessLogDestination: new LogGroupLogDestination(log),
      accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  }
  const api =
    definition === undefined
      ? new RestApi(scope, id, props)
      : new SpecRestApi(scope, id, {
          ...props,
          apiDefinition: ApiDefinition.fromInline(definition),
        })
  if (apiId !== undefined) Tags.of(api).add('ms-custom-id', apiId)
  return api
}
