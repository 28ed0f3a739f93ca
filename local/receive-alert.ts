import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'

const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  dataref: z.string(),
  data: z.object({ alertId: z.string(), version: z.number() }),
})
export type ReceivedAlert = z.infer<typeof eventSchema> & { readonly text: string }

/** The event in a message; undefined where it is none of an alert. */
export const receivedIn = (text: string): ReceivedAlert | undefined => {
  const parsed = eventSchema.safeParse(JSON.parse(text))
  return parsed.success ? { ...parsed.data, text } : undefined
}

/** Waits for the next alert in an authority's inbox that the caller wants. */
export type Receive = (
  inbox: string,
  isWanted: (event: ReceivedAlert) => Promise<boolean>,
) => Promise<ReceivedAlert>

const timeoutMilliseconds = 30_000

/** Takes it from the queue whose address `inbox` is, and deletes it; others are left alone. */
export const receiveAlert: Receive = async (inbox, isWanted) => {
  const sqs = new SQSClient({})
  for (const end = Date.now() + timeoutMilliseconds; Date.now() < end; ) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: inbox,
        WaitTimeSeconds: 1,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 1,
      }),
    )
    for (const { Body = '', ReceiptHandle } of Messages) {
      const event = receivedIn(Body) // undefined: the day's digest lists alerts, and is none
      if (event === undefined || !(await isWanted(event))) continue
      await sqs.send(new DeleteMessageCommand({ QueueUrl: inbox, ReceiptHandle }))
      return event
    }
  }
  throw new Error(`no alert came to ${inbox} within ${timeoutMilliseconds / 1000} s`)
}
