import { join } from 'node:path'
import { Duration, RemovalPolicy, type Size } from 'aws-cdk-lib'
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import { type IRole, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  Alias,
  Architecture,
  Code,
  type IFunction,
  type IVersion,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { EnvironmentInput } from '../../shared/config/environment.ts'
import { type AnyFunction, consoleFunction } from '../../shared/config/functions.ts'
import { fallback, routes } from '../../shared/config/routes.ts'
import { bundles } from '../bundle.ts'
import { roleNameOf } from '../grants.ts'
import { aliasName } from '../names.ts'
import { watchLog } from './alarms.ts'

export type HubFunctionProps<Name extends AnyFunction> = {
  readonly name: Name
  readonly environment: EnvironmentInput<Name>
  /** What it means for a child or a worker when this fails: it becomes the alarm's text, so it cannot be left out. */
  readonly failureImpact: string
  /** The most copies at once: what protects the tables from the callers, and one function from another. */
  readonly concurrency: number
  readonly timeout?: Duration
  readonly space?: { readonly memory: number; readonly disk: Size }
  readonly logKey: IKey
  readonly operations: ITopic
}

/** What a stream or the clock wakes begins no trace: it would be one of a single step, which its log and metrics tell already. */
const answersRequests = (name: AnyFunction): boolean =>
  name === fallback ||
  name === consoleFunction ||
  Object.values(routes).some((route) => route.function === name)

/** A function with our defaults: one folder, one role, one log, alarms that say what a failure means. */
export class HubFunction<Name extends AnyFunction = AnyFunction> extends Construct {
  readonly fn: LambdaFunction
  /** Names the version that is called: by the API, streams and the clock. Going back is pointing it back. */
  readonly alias: Alias
  readonly live: IFunction
  /** Rings for each failure that it logs. */
  readonly failures: IAlarm
  readonly role: IRole
  readonly answersRequests: boolean

  constructor(scope: Construct, id: string, props: HubFunctionProps<Name>) {
    super(scope, id)
    const { name, environment, failureImpact, operations } = props
    this.answersRequests = answersRequests(name)
    const functionName = `hub-${name}`
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      encryptionKey: props.logKey,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    this.role = new Role(this, 'Role', {
      roleName: roleNameOf(name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    })
    logGroup.grantWrite(this.role)
    this.fn = new LambdaFunction(this, 'Function', {
      functionName,
      description: failureImpact,
      code: Code.fromAsset(join(bundles, name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.space?.memory ?? 512,
      ...(props.space !== undefined && { ephemeralStorageSize: props.space.disk }),
      timeout: props.timeout ?? Duration.seconds(15),
      reservedConcurrentExecutions: props.concurrency,
      ...(this.answersRequests && { tracing: Tracing.ACTIVE }),
      role: this.role,
      logGroup,
      environment: { ...environment },
      // What ran before must be there to go back to.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
    })
    const version = this.fn.currentVersion as IVersion
    this.alias = new Alias(this, 'Live', { aliasName, version })
    this.live = this.alias as IFunction
    this.failures = watchLog(this, logGroup, {
      name: functionName,
      meaning: `${failureImpact}. See docs/runbooks/${name}.md`,
      operations,
    })
  }
}
