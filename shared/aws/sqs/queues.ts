import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'

/** What was handed out, and by which it is removed. */
export type Received = { readonly text: string; readonly receipt: string }

/** What is done with queues, each by its URL. */
export type Queues = {
  readonly send: (queue: string, message: string) => Promise<void>
  /** Hides a message that was handed out for so many seconds from now. */
  readonly hide: (queue: string, receipt: string, seconds: number) => Promise<void>
  /** Hands out what lies there, ten at most; waits so many seconds for something to arrive. */
  readonly receive: (queue: string, seconds: number) => Promise<readonly Received[]>
  readonly remove: (queue: string, receipt: string) => Promise<void>
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
  receive: async (QueueUrl, WaitTimeSeconds) => {
    const asked = { QueueUrl, WaitTimeSeconds, MaxNumberOfMessages: 10 }
    const { Messages = [] } = await client.send(new ReceiveMessageCommand(asked))
    return Messages.map(({ Body = '', ReceiptHandle = '' }) => ({
      text: Body,
      receipt: ReceiptHandle,
    }))
  },
  remove: async (QueueUrl, ReceiptHandle) => {
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
  },
})
