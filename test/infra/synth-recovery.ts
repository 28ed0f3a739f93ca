import { App, type Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import cdk from '../../cdk.json' with { type: 'json' }
import { acknowledgeFindings } from '../../infra/acknowledge.ts'
import { buildRecovery } from '../../infra/build-recovery.ts'
import { stage as england } from '../../infra/stages/england.ts'
import { stage as local } from '../../infra/stages/local.ts'
import type { Templates } from './synth.ts'

/** What stands beside the hub, in the keeping account and while somebody restores. */
export const recovery = (): { readonly app: App; readonly stacks: readonly Stack[] } => {
  const app = new App({ context: cdk.context })
  const stacks = buildRecovery(app, { ...local, edge: england.edge })
  acknowledgeFindings(stacks)
  return { app, stacks }
}

export const recoveryTemplates = (): Templates =>
  Object.fromEntries(recovery().stacks.map((stack) => [stack.stackName, Template.fromStack(stack)]))
