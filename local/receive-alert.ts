import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'

const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  dataref: z.string(),
  data: z.object({ alertId: z.string(), version: z.number() }),
})
export type ReceivedAlert = z.infer<typeof eventSchema> & { readonly text: string }

const timeoutMilliseconds = 30_000

/** Waits for the next alert in an authority's inbox that the caller wants, and deletes it; others are left alone. */
export const receiveAlert = async (
  inbox: string,
  isWanted: (event: ReceivedAlert) => Promise<boolean> | boolean = () => true,
): Promise<ReceivedAlert> => {
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
      const parsed = eventSchema.safeParse(JSON.parse(Body))
      if (!parsed.success) continue // the day's digest lists alerts, and is none
      const event = { ...parsed.data, text: Body }
      if (!(await isWanted(event))) continue
      await sqs.send(new DeleteMessageCommand({ QueueUrl: inbox, ReceiptHandle }))
      return event
    }
  }
  throw new Error(`no alert came to ${inbox} within ${timeoutMilliseconds / 1000} s`)
}
