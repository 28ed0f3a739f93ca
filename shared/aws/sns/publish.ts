import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns'

/** Sends a message to a topic, by its ARN. */
export type Publish = (topic: string, message: string) => Promise<void>

/**
 * Publishes to SNS. No subject and no message attributes: SNS encrypts neither.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
 */
export const snsPublish =
  (client: SNSClient): Publish =>
  async (TopicArn, Message) => {
    await client.send(new PublishCommand({ TopicArn, Message }))
  }
