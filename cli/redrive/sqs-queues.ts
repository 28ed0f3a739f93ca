import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { Queues } from './redrive.ts'

const mostAtOnce = 10
/** Longer than a run takes, so that what stays where it lies is met once. */
const hiddenSeconds = 600

/** The queues of the account whose credentials the client has. */
export const sqsQueues = (client: SQSClient): Queues => {
  const urls = new Map<string, string>()
  const urlOf = async (QueueName: string): Promise<string> => {
    const known = urls.get(QueueName)
    if (known !== undefined) return known
    const { QueueUrl = '' } = await client.send(new GetQueueUrlCommand({ QueueName }))
    urls.set(QueueName, QueueUrl)
    return QueueUrl
  }
  return {
    receive: async (queue) => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: await urlOf(queue),
          MaxNumberOfMessages: mostAtOnce,
          VisibilityTimeout: hiddenSeconds,
          WaitTimeSeconds: 1,
        }),
      )
      return Messages.map(({ Body: body = '', ReceiptHandle: receipt = '' }) => ({ body, receipt }))
    },
    send: async (queue, MessageBody) => {
      await client.send(new SendMessageCommand({ QueueUrl: await urlOf(queue), MessageBody }))
    },
    remove: async (queue, ReceiptHandle) => {
      await client.send(new DeleteMessageCommand({ QueueUrl: await urlOf(queue), ReceiptHandle }))
    },
  }
}
