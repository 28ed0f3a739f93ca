import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3'
import type { Readers } from './redrive.ts'

/** Functions that read streams, and what these gave up on. */
export const readers = (s3: S3Client, lambda: LambdaClient): Readers => ({
  read: async ({ bucket, name }) => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: name }))
      return await Body?.transformToString()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  },
  drop: async ({ bucket, name }) => {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }))
  },
  handTo: async (FunctionName, event) => {
    const { FunctionError, Payload } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: Buffer.from(event) }),
    )
    return { hasFailed: FunctionError !== undefined, reply: Payload?.transformToString() ?? '' }
  },
})
