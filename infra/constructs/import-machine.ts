import { Duration, Stack } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { importMachine, importPlaces } from '../../shared/config/import-places.ts'
import type { HubResources } from '../hub-resources.ts'
import { importMachineArn } from '../names.ts'
import { raiseAlarm } from './alarms.ts'

type Props = {
  readonly readUploads: IFunction
  readonly loadParts: IFunction
  readonly resources: HubResources
}

/** A run that ended in the middle: the same again goes on where it was. */
const retry = [
  {
    ErrorEquals: [
      'Lambda.TooManyRequestsException',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
    ],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxDelaySeconds: 120,
    MaxAttempts: 10,
    JitterStrategy: 'FULL',
  },
  { ErrorEquals: ['States.ALL'], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 2 },
]

const givenUp = { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'GiveUp' }] }

/** Ids and codes alone: an execution's history keeps what it is given. */
const given = (task: string) => ({ 'import.$': '$.import', task })

type Task = {
  readonly fn: IFunction
  readonly task: string
  readonly next: string
  readonly ends?: typeof givenUp
}

/** A task, asked again after a while where the tables are busy: that is no failure, and nobody is woken. */
const asked = (name: string, { fn, task, next, ends }: Task) => ({
  [name]: {
    Type: 'Task',
    Resource: fn.functionArn,
    Parameters: given(task),
    ResultPath: '$.told',
    Retry: retry,
    ...ends,
    Next: `Is${name}Done`,
  },
  [`Is${name}Done`]: {
    Type: 'Choice',
    Choices: [{ Variable: '$.told.isBusy', BooleanEquals: true, Next: `${name}Later` }],
    Default: next,
  },
  [`${name}Later`]: { Type: 'Wait', Seconds: 5, Next: name },
})

/** The parts one after another, for the register is gone through in the order of ids; each turn takes the next part, whatever its number. */
const loadAll = (loadParts: IFunction, bucket: string) => ({
  Type: 'Map',
  MaxConcurrency: 1,
  Label: 'Parts',
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: { InputType: 'JSON' },
    Parameters: {
      Bucket: bucket,
      'Key.$': `States.Format('${importPlaces.turns}{}.json', $.import)`,
    },
  },
  ItemSelector: { 'import.$': '$.import' },
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'Turn',
    States: {
      ...asked('Turn', { fn: loadParts, task: 'turn', next: 'TurnTaken' }),
      // What all turns give back together is bounded.
      TurnTaken: { Type: 'Pass', Result: {}, End: true },
    },
  },
  ResultPath: null,
  ...givenUp,
  Next: 'End',
})

const definitionOf = ({ readUploads, loadParts, resources }: Props) => ({
  Comment: 'Reads the files of an import, then compares them with the register or applies them',
  StartAt: 'WhichStep',
  TimeoutSeconds: Duration.hours(48).toSeconds(),
  States: {
    WhichStep: {
      Type: 'Choice',
      Choices: [{ Variable: '$.step', StringEquals: 'check', Next: 'Read' }],
      Default: 'Load',
    },
    ...asked('Read', { fn: readUploads, task: 'read', next: 'IsThereAnything', ends: givenUp }),
    IsThereAnything: {
      Type: 'Choice',
      Choices: [{ Variable: '$.told.isRead', BooleanEquals: true, Next: 'Load' }],
      Default: 'Done',
    },
    Load: loadAll(loadParts, resources.data.imports.bucketName),
    ...asked('End', { fn: loadParts, task: 'end', next: 'Done', ends: givenUp }),
    ...asked('GiveUp', { fn: loadParts, task: 'fail', next: 'Failed' }),
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail', Error: 'Failed', Cause: 'The import says by code why' },
  },
})

const grant = (actions: readonly string[], resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] })

const granted = (scope: Construct, { readUploads, loadParts, resources }: Props) => {
  const { data, keys } = resources
  const machine = importMachineArn(scope)
  const executions = `${machine.replace(':stateMachine:', ':execution:')}:*`
  const turns = new PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [keys.imports.keyArn],
    conditions: {
      StringEquals: { 'kms:ViaService': `s3.${Stack.of(scope).region}.amazonaws.com` },
    },
  })
  return [
    grant(['lambda:InvokeFunction'], [readUploads.functionArn, loadParts.functionArn]),
    grant(['s3:GetObject'], [data.imports.arnForObjects(`${importPlaces.turns}*`)]),
    turns,
    // A map run is executions of the machine itself.
    grant(['states:StartExecution'], [machine]),
    grant(['states:DescribeExecution', 'states:StopExecution'], [executions]),
  ]
}

/** A step that was given up, and one that ran out of time: its import says so by code, or within the hour. */
const watchFailures = (scope: Construct, { resources }: Props): void => {
  const metric = new Metric({
    namespace: 'AWS/States',
    metricName: 'ExecutionsFailed',
    dimensionsMap: { StateMachineArn: importMachineArn(scope) },
    period: Duration.minutes(1),
    statistic: Stats.SUM,
  })
  raiseAlarm(scope, 'ImportsFailedAlarm', {
    name: 'hub-imports-failed',
    metric,
    above: 0,
    meaning:
      'A register that was uploaded could not be checked or applied: children newly known to an authority cannot be found. See docs/runbooks/load-parts.md',
    operations: resources.operations,
  })
}

const roleOf = (scope: Construct, props: Props): Role => {
  const { account } = Stack.of(scope)
  const machine = importMachineArn(scope)
  const role = new Role(scope, 'ImportsRole', {
    roleName: importMachine,
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': machine },
      },
    }),
  })
  for (const statement of granted(scope, props)) role.addToPolicy(statement)
  return role
}

/** The state machine that goes through imports, an execution a step. Its history is ids and codes; what failed is told by the functions' logs. */
export const importsMachine = (scope: Construct, props: Props): CfnStateMachine => {
  const role = roleOf(scope, props)
  const machine = new CfnStateMachine(scope, 'Imports', {
    stateMachineName: importMachine,
    stateMachineType: 'STANDARD',
    roleArn: role.roleArn,
    definition: definitionOf(props),
  })
  machine.node.addDependency(role)
  watchFailures(scope, props)
  return machine
}
