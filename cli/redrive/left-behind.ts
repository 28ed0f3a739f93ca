import * as z from 'zod'

/** That an object was put into the bucket, as EventBridge tells it. */
export const leftSchema = z
  .object({
    detail: z.object({
      bucket: z.object({ name: z.string() }),
      object: z.object({ key: z.string() }),
    }),
  })
  .transform(({ detail: { bucket, object } }) => ({ bucket: bucket.name, name: object.key }))

const recordsSchema = z.object({ Records: z.array(z.unknown()) })

/**
 * The record of an invocation that Lambda gave up on, with what it was invoked with: of the one reader for whom this is kept, so
 * that whoever may put objects there can have no other function called. What is deployed now looks again, whatever version gave up.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export const givenUpSchema = z
  .object({
    requestContext: z.object({
      functionArn: z
        .string()
        .regex(/^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:hub-watch-tables(:|$)/),
    }),
    payload: z.string(),
  })
  .transform(({ payload: event }) => ({
    reader: 'hub-watch-tables',
    event,
    count: recordsSchema.parse(JSON.parse(event)).Records.length,
  }))

/** What a reader of a stream answers. @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html */
export const replySchema = z.object({ batchItemFailures: z.array(z.unknown()) })
