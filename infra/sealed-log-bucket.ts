import { Duration } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { hubBucket } from './constructs/hub-bucket.ts'

/** How long nobody, the operator included, can remove a sealed part of the log. It can be lengthened, never shortened. */
export const sealedFor = Duration.days(3653)

type SealedLogProps = {
  readonly key: IKey
  readonly accessLog: IBucket
  readonly enforceSSL: boolean
  readonly bucketName?: string
}

/** What the sequencer seals, under Object Lock, wherever the bucket stands. */
export const sealedLogBucket = (scope: Construct, props: SealedLogProps): IBucket =>
  hubBucket(scope, 'SealedLog', {
    ...props,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.compliance(sealedFor),
  })
