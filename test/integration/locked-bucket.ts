import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectLockConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { emulator } from './tables.ts'

export const s3 = new S3Client({ ...emulator(), forcePathStyle: true })

/** A bucket in which what was put can be neither deleted nor changed for ten years. */
export const createLockedBucket = async (Bucket: string): Promise<string> => {
  await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }))
  await s3.send(
    new PutObjectLockConfigurationCommand({
      Bucket,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } },
      },
    }),
  )
  return Bucket
}

/** Every object by its name. */
export const objectsIn = async (Bucket: string): Promise<ReadonlyMap<string, string>> => {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
  const texts = Contents.map(async ({ Key = '' }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
    return [Key, (await Body?.transformToString()) ?? ''] as const
  })
  return new Map(await Promise.all(texts))
}
