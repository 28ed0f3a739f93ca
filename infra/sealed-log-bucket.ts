import { Duration } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { hubBucket } from './constructs/hub-bucket.ts'

/** How long nobody, the operator included, can remove a sealed part of the log. It can be lengthened, never shortened. */
export const sealedFor = Duration.days(3653)

/**
 * When what stands there ends: a year after the longest period of an entry that ends, so that its row has gone before. A bundle holds
 * entries of every kind, in one object, so it cannot end for some of them. The bucket's policy binds nobody but S3's own lifecycle.
 */
const endsAfter = Duration.days(76 * 366)
/** Whoever put something over, or a mark that hides it, has that long to be found out before what stood there is gone. */
const hiddenFor = Duration.days(366)

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
    lifecycleRules: [{ expiration: endsAfter, noncurrentVersionExpiration: hiddenFor }],
  })
