import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { DataStack } from './data-stack.ts'
import type { KeysStack } from './keys-stack.ts'
import type { Stage } from './stage.ts'

/** What the code of the hub stands on: made by stacks that outlive it. */
export type HubResources = {
  readonly stage: Stage
  readonly keys: KeysStack
  readonly data: DataStack
  readonly operations: ITopic
}
