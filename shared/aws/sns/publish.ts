import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import type { RelayMessageDeps } from '../../casework/relay-message.ts'

/**
 * Publishes to the authority's own topic. No subject and no message attributes: SNS encrypts neither.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
 */
export const publishTo =
  (client: SNSClient, topicArns: Readonly<Record<string, string>>): RelayMessageDeps['publish'] =>
  async (authority, message) => {
    const topic = topicArns[authority]
    if (topic === undefined) throw new Error(`no topic for authority ${authority}`)
    await client.send(new PublishCommand({ TopicArn: topic, Message: message }))
  }
