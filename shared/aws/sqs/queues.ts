import {
  ChangeMessageVisibilityCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'

/** What is done with queues, each by its URL. */
export type Queues = {
  readonly send: (queue: string, message: string) => Promise<void>
  /** Hides a message that was handed out for so many seconds from now. */
  readonly hide: (queue: string, receipt: string, seconds: number) => Promise<void>
}

/** Queues of SQS. No message attributes: SQS encrypts none. */
export const sqsQueues = (client: SQSClient): Queues => ({
  send: async (QueueUrl, MessageBody) => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody }))
  },
  hide: async (QueueUrl, ReceiptHandle, VisibilityTimeout) => {
    await client.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
    )
  },
})
