import { type App, type Stack, type StackProps, Tags } from 'aws-cdk-lib'
import { acknowledgeFindings } from './acknowledge.ts'
import { AlertsStack } from './alerts-stack.ts'
import { DataStack } from './data-stack.ts'
import { EdgeStack } from './edge-stack.ts'
import { HubStack } from './hub-stack.ts'
import { KeysStack } from './keys-stack.ts'
import { readStage } from './stages.ts'

/** People's data stays in the United Kingdom, on every stage. */
const region = 'eu-west-2'

/**
 * The whole hub, one stack per lifetime: keys outlive data, data outlives alerts in flight, all of them outlive the code.
 * Stack names carry no stage: an account holds one stage.
 */
export const buildHub = (app: App): readonly Stack[] => {
  const stage = readStage(app.node)
  const common: StackProps = {
    env: { region },
    terminationProtection: true,
    ...(stage.synthesizer !== undefined && { synthesizer: stage.synthesizer }),
  }
  Tags.of(app).add('service', 'safeguarding-hub')
  const keys = new KeysStack(app, 'hub-keys', common)
  const data = new DataStack(app, 'hub-data', { ...common, stage, keys })
  const alerts = new AlertsStack(app, 'hub-alerts', { ...common, stage, keys })
  const hub = new HubStack(app, 'hub', { ...common, stage, keys, data, alerts })
  const shared = [keys, data, alerts, hub]
  acknowledgeFindings(shared)
  if (stage.edge === undefined) return shared
  const edge = new EdgeStack(app, 'hub-edge', { ...common, edge: stage.edge, keys, data, hub })
  return [...shared, edge]
}
