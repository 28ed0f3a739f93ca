import type { RelayMessageDeps } from '../../casework/relay-message.ts'
import type { Publish } from './publish.ts'

/** Publishes to the authority's own topic. */
export const publishTo =
  (publish: Publish, topicArns: Readonly<Record<string, string>>): RelayMessageDeps['publish'] =>
  async (authority, message) => {
    const topic = topicArns[authority]
    if (topic === undefined) throw new Error(`no topic for authority ${authority}`)
    await publish(topic, message)
  }
