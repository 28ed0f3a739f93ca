import { type App, type Stack, type StackProps, Tags } from 'aws-cdk-lib'
import { acknowledgeFindings } from './acknowledge.ts'
import { AlertsStack } from './alerts-stack.ts'
import { BackupStack } from './backup-stack.ts'
import { type ConsoleProps, ConsoleStack } from './console-stack.ts'
import { DataStack } from './data-stack.ts'
import { DeliveriesStack, deliveredOf } from './deliveries-stack.ts'
import { EdgeStack } from './edge-stack.ts'
import { HubStack } from './hub-stack.ts'
import { KeysStack } from './keys-stack.ts'
import { OperationsStack } from './operations-stack.ts'
import { stacksOfQueues } from './stacks-of-queues.ts'
import { stageOf } from './stage.ts'
import type { StageFile } from './stages/stage-file.ts'

/** People's data stays in the United Kingdom, on every stage. */
export const region = 'eu-west-2'

/**
 * The whole hub, one stack per lifetime: keys outlive data, data outlives alerts in flight, all of them outlive the code.
 * Stack names carry no stage: an account holds one stage.
 */
export const buildHub = (app: App, file: unknown): readonly Stack[] => {
  const stage = stageOf(file, app.node)
  const common: StackProps = {
    env: { region },
    terminationProtection: true,
    ...(stage.synthesizer !== undefined && { synthesizer: stage.synthesizer }),
  }
  Tags.of(app).add('service', 'safeguarding-hub')
  const keys = new KeysStack(app, 'hub-keys', { ...common, stage })
  const data = new DataStack(app, 'hub-data', { ...common, stage, keys })
  const watched = new OperationsStack(app, 'hub-operations', { ...common, stage, keys })
  const { operations } = watched
  const alerts = [...stacksOfQueues(stage)].map(
    ([name, queues]) => new AlertsStack(app, name, { ...common, stage, keys, operations, queues }),
  )
  const hub = new HubStack(app, 'hub', { ...common, stage, keys, data, operations })
  const deliveries =
    deliveredOf(stage).length > 0
      ? [new DeliveriesStack(app, 'hub-deliveries', { ...common, stage })]
      : []
  for (const stack of deliveries)
    for (const before of [...alerts, hub]) stack.addStackDependency(before)
  const consoles = consolesOf(app, { ...common, stage, keys, operations })
  // The gateway's role for writing logs, one an account, is made there.
  for (const stack of consoles) stack.addStackDependency(hub)
  const shared = [keys, data, watched, ...alerts, hub, ...deliveries, ...consoles]
  if (stage.edge === undefined) return acknowledged(shared)
  const made = { keys, data, hub, operations, consoles }
  return acknowledged(
    [
      ...shared,
      new BackupStack(app, 'hub-backup', { ...common, data, operations, edge: stage.edge }),
      new EdgeStack(app, 'hub-edge', { ...common, ...made, edge: stage.edge }),
    ],
    stage.edge,
  )
}

const consolesOf = (
  app: App,
  { stage, ...props }: Omit<ConsoleProps, 'at'>,
): readonly ConsoleStack[] =>
  stage.consoleAt === undefined
    ? []
    : [new ConsoleStack(app, 'hub-console', { ...props, stage, at: stage.consoleAt })]

const acknowledged = (stacks: readonly Stack[], edge?: StageFile['edge']): readonly Stack[] => {
  acknowledgeFindings(stacks, edge)
  return stacks
}
