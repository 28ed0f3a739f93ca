import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import { FilterCriteria, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Construct } from 'constructs'
import { type FunctionName, functionNames } from '../shared/config/functions.ts'
import { type StreamReader, streamReaders } from '../shared/config/stream-readers.ts'
import {
  everyFiveMinutes,
  everyHour,
  everyMinute,
  partsOf,
  sweeperParts,
} from '../shared/config/sweepers.ts'
import {
  watchCanaries,
  watchChanges,
  watchDeadLetters,
  watchRestored,
  watchSilence,
  watchStreamReader,
  watchUnread,
} from './constructs/alarms.ts'
import { applyGrants } from './constructs/apply-grants.ts'
import { watchApi, watchErrors, watchRehearsal } from './constructs/hub-alarms.ts'
import { hubApi } from './constructs/hub-api.ts'
import { hubDashboard } from './constructs/hub-dashboard.ts'
import { HubFunction } from './constructs/hub-function.ts'
import { hubQueue } from './constructs/hub-queue.ts'
import { importsMachine } from './constructs/import-machine.ts'
import { leftWhole } from './constructs/left-whole.ts'
import { operatorRole } from './constructs/operator-role.ts'
import { releaseGradually } from './constructs/release-gradually.ts'
import { schedulerRole } from './constructs/scheduler-role.ts'
import { functionSettings } from './functions.ts'
import { sequencer } from './grants.ts'
import type { HubResources } from './hub-resources.ts'
import { logOriginIn } from './log-origin.ts'
import { pascalCase } from './names.ts'

/** In how many parts each runs by the clock: the sweeps, what measures them, and the sealing of what a stream's run could not yet see. */
const partsByTheClock: Readonly<Partial<Record<FunctionName, number>>> = sweeperParts
const byTheClock = [...everyMinute, sequencer] as const

/** The code: what can be replaced at any time without losing anything. */
export class HubStack extends Stack {
  readonly api: RestApiBase
  private readonly scheduler: IRole

  constructor(scope: Construct, id: string, props: StackProps & HubResources) {
    super(scope, id, props)
    const { stage, keys } = props
    const made = this.makeFunctions(props)
    this.scheduler = schedulerRole(this)
    for (const [name, reader] of Object.entries(streamReaders))
      this.readStream(name, {
        reader,
        fn: made[name as keyof typeof streamReaders].live,
        resources: props,
      })
    for (const name of byTheClock) this.wakeEveryMinute(name, made[name].live, props)
    for (const name of everyHour) this.wakeEveryHour(name, made[name].live, props)
    for (const name of everyFiveMinutes) this.rehearse(name, made[name].live, props)
    operatorRole(this, props)
    importsMachine(this, {
      readUploads: made['read-uploads'].live,
      loadParts: made['load-parts'].live,
      resources: props,
    })
    const functions = forEachFunction((name): IFunction => made[name].live)
    this.api = hubApi(this, 'Api', {
      functions,
      logKey: keys.logs,
      apiId: stage.apiId,
      hidesOwnAddress: stage.edge !== undefined,
    })
    watchApi(this, this.api, props.operations)
    const errors = watchErrors(this, props.operations)
    if (stage.releasesGradually)
      releaseGradually(this, 'Releases', { functions: Object.values(made), errors })
    hubDashboard(this, 'Dashboard', this.api)
    new CfnOutput(this, 'ApiAddress', { value: stage.address })
    new CfnOutput(this, 'LogOrigin', { value: logOriginIn(stage, props.data) })
    new CfnOutput(this, 'ApiId', { value: this.api.restApiId })
  }

  private makeFunctions(resources: HubResources): Readonly<Record<FunctionName, HubFunction>> {
    const settings = functionSettings(this, resources)
    const common = { logKey: resources.keys.logs, operations: resources.operations }
    const make = (name: FunctionName): HubFunction => {
      const made = new HubFunction(this, pascalCase(name), { name, ...settings[name], ...common })
      // Nothing wakes a function that may not yet do what it is for.
      made.fn.node.addDependency(applyGrants(made, made.role, { name, resources }))
      return made
    }
    const made = forEachFunction(make)
    this.ringForCanaries(made[sequencer], resources)
    this.ringForRestored(made[sequencer], resources)
    this.ringForChanges(made['watch-tables'], resources)
    this.ringForUnread(made['watch-clocks'], resources)
    return made
  }

  private ringForCanaries({ fn, node }: HubFunction, { operations }: HubResources): void {
    watchCanaries(this.node.findChild(node.id), fn.logGroup, {
      name: 'hub-canary-hits',
      meaning:
        'Somebody found or read a record of nobody real: they may be searching for a family that hides. See docs/runbooks/seal-audit.md',
      operations,
    })
  }

  private ringForRestored({ fn, node }: HubFunction, { operations }: HubResources): void {
    watchRestored(this.node.findChild(node.id), fn.logGroup, {
      name: 'hub-log-restored',
      meaning: 'The audit log goes on from rows that were restored. See docs/runbooks/restore.md',
      operations,
    })
  }

  private ringForChanges({ fn, node }: HubFunction, { operations }: HubResources): void {
    watchChanges(this.node.findChild(node.id), fn.logGroup, {
      name: 'hub-unknown-changes',
      meaning:
        'A client, an agreement, an audit entry or the sealed log was changed, and not as the hub does it. See docs/runbooks/watch-tables.md',
      operations,
    })
  }

  private ringForUnread({ fn, node }: HubFunction, { operations }: HubResources): void {
    watchUnread(this.node.findChild(node.id), fn.logGroup, {
      name: 'hub-alerts-unread',
      meaning:
        'An authority that polls has not opened an alert about a child in time. Telephone it. See docs/runbooks/watch-clocks.md',
      operations,
    })
  }

  private wakeEveryMinute(
    name: (typeof byTheClock)[number],
    fn: IFunction,
    { operations, stage }: HubResources,
  ): void {
    // Each part of a sweep has a schedule: the minute's parts run side by side, and no function invokes another.
    for (const part of partsOf(stage.sweepsInParts ? (partsByTheClock[name] ?? 1) : 1))
      new Schedule(this, `${pascalCase(name)}EveryMinute${part.number || ''}`, {
        schedule: ScheduleExpression.rate(Duration.minutes(1)),
        target: new LambdaInvoke(fn, {
          input: ScheduleTargetInput.fromObject(part),
          role: this.scheduler,
        }),
      })
    watchSilence(this.node.findChild(pascalCase(name)), fn, {
      name: `hub-${name}`,
      meaning: `${name} has not run for five minutes. See docs/runbooks/${name}.md`,
      operations,
    })
  }

  private wakeEveryHour(
    name: (typeof everyHour)[number],
    fn: IFunction,
    { operations }: HubResources,
  ): void {
    new Schedule(this, `${pascalCase(name)}EveryHour`, {
      schedule: ScheduleExpression.rate(Duration.hours(1)),
      target: new LambdaInvoke(fn, { role: this.scheduler }),
    })
    watchSilence(this.node.findChild(pascalCase(name)), fn, {
      name: `hub-${name}`,
      meaning: `${name} has not run for three hours. See docs/runbooks/${name}.md`,
      operations,
      within: Duration.hours(3),
    })
  }

  /** One that fails is not tried again: the next is another. That it does not run at all is an alarm as that nothing comes through. */
  private rehearse(
    name: (typeof everyFiveMinutes)[number],
    fn: IFunction,
    { operations, stage }: HubResources,
  ): void {
    new Schedule(this, `${pascalCase(name)}EveryFiveMinutes`, {
      schedule: ScheduleExpression.rate(Duration.minutes(5)),
      target: new LambdaInvoke(fn, { retryAttempts: 0, role: this.scheduler }),
      enabled: stage.rehearsesByItself,
    })
    watchRehearsal(this.node.findChild(pascalCase(name)), operations)
  }

  /** Retries for twelve hours, well inside the stream's day, then names the batch in a queue; the sweep does the work. */
  private readStream(
    name: string,
    { reader, fn, resources }: { reader: StreamReader; fn: IFunction; resources: HubResources },
  ): void {
    const { stage, keys, data, operations } = resources
    const leftBehind = hubQueue(this, `${pascalCase(name)}LeftBehind`, {
      name: `hub-${name}-left-behind`,
      key: keys.alerts,
      enforceSSL: stage.refusesPlainHttp,
    })
    // What the others read waits in an index too, and holds what people wrote of a family: it is copied nowhere.
    const onFailure =
      name === 'watch-tables'
        ? leftWhole(this, { reader: fn, named: leftBehind }, resources)
        : new SqsDlq(leftBehind)
    for (const table of reader.tables)
      fn.addEventSource(
        new DynamoEventSource(data.tables[table] as ITable, {
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: reader.batch,
          ...(reader.perShard !== undefined && { parallelizationFactor: reader.perShard }),
          ...(reader.window !== undefined && {
            maxBatchingWindow: Duration.seconds(reader.window),
          }),
          bisectBatchOnError: true,
          retryAttempts: 20,
          maxRecordAge: Duration.hours(12),
          reportBatchItemFailures: true,
          onFailure,
          filters: [FilterCriteria.filter(reader.filter)],
        }),
      )
    const watched = {
      name: `hub-${name}`,
      meaning: `${name} is not keeping up. See docs/runbooks/${name}.md`,
      operations,
    }
    if (name === 'watch-tables')
      watchStreamReader(this.node.findChild(pascalCase(name)), fn, watched)
    watchDeadLetters(this, leftBehind, { ...watched, name: `hub-${name}-left-behind` })
  }
}

const forEachFunction = <T>(make: (name: FunctionName) => T): Record<FunctionName, T> =>
  Object.fromEntries(functionNames.map((name) => [name, make(name)])) as Record<FunctionName, T>
