import type { RelayMessageDeps } from '../../casework/relay-message.ts'
import type { Publish } from './publish.ts'

/** Publishes to the topic of a queue. */
export const publishTo =
  (publish: Publish, topicArns: Readonly<Record<string, string>>): RelayMessageDeps['publish'] =>
  async (to, message) => {
    const topic = topicArns[to]
    if (topic === undefined) throw new Error(`no topic for the queue ${to}`)
    await publish(topic, message)
  }
