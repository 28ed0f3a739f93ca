import type { SQSEvent } from 'aws-lambda'

type Waiting = {
  readonly authority: string
  readonly sentAt: Date
  readonly attempt?: number
}

/** A message as the queue of an authority that is delivered to hands it out. */
export const anSqsEvent = (
  body: string,
  { authority, sentAt, attempt = 1 }: Waiting,
): SQSEvent => ({
  Records: [
    {
      messageId: 'message-1',
      receiptHandle: `receipt-${attempt}`,
      body,
      attributes: {
        ApproximateReceiveCount: String(attempt),
        SentTimestamp: String(sentAt.getTime()),
        SenderId: 'sender',
        ApproximateFirstReceiveTimestamp: String(sentAt.getTime()),
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:eu-west-2:${'0'.repeat(12)}:hub-outgoing-${authority}`,
      awsRegion: 'eu-west-2',
    },
  ],
})
