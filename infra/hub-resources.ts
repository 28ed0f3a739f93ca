import type { AlertsStack } from './alerts-stack.ts'
import type { DataStack } from './data-stack.ts'
import type { KeysStack } from './keys-stack.ts'
import type { Stage } from './stages.ts'

/** What the code of the hub stands on: made by stacks that outlive it. */
export type HubResources = {
  readonly stage: Stage
  readonly keys: KeysStack
  readonly data: DataStack
  readonly alerts: AlertsStack
}
