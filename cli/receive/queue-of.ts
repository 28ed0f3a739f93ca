import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Inbox } from './fetch-queue.ts'

const waitSeconds = 20

/** A queue of SQS by its URL, with region and credentials from the environment. */
export const queueOf = (QueueUrl: string): Inbox => {
  const sqs = new SQSClient({})
  return {
    receive: async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          WaitTimeSeconds: waitSeconds,
          MaxNumberOfMessages: 10,
        }),
      )
      return Messages.map(({ Body = '', ReceiptHandle = '' }) => ({
        body: Body,
        receipt: ReceiptHandle,
      }))
    },
    remove: async (ReceiptHandle) => {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    },
  }
}
