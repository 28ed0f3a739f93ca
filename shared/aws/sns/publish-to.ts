import type { RelayMessageDeps } from '../../casework/relay-message.ts'
import type { Publish } from './publish.ts'

/** Publishes to the topic of a queue, which is named for it: `prefix` is the ARN up to the name. */
export const publishTo =
  (publish: Publish, prefix: string): RelayMessageDeps['publish'] =>
  (to, message) =>
    publish(`${prefix}${to}`, message)
