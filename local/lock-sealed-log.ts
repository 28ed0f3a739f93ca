import { PutObjectLockConfigurationCommand, S3Client } from '@aws-sdk/client-s3'

/** MiniStack ignores a bucket's default retention in a template, and refuses locked writes without it; production needs none of this. */
export const lockSealedLog = async (outputs: Readonly<Record<string, string>>): Promise<void> => {
  const Bucket = outputs['SealedLogBucket'] ?? ''
  const Days = Number(outputs['SealedForDays'])
  await new S3Client({ forcePathStyle: true }).send(
    new PutObjectLockConfigurationCommand({
      Bucket,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days } },
      },
    }),
  )
}
