import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

const unreachable = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  versioned: true,
} as const satisfies BucketProps

// The library's own class does not fit its own interface under exactOptionalPropertyTypes.
const asInterface = (bucket: Bucket): IBucket => bucket as IBucket

type HubBucketProps = BucketProps & {
  readonly key: IKey
  readonly accessLog: IBucket
  readonly enforceSSL: boolean
}

/** A private, versioned bucket under a key of ours, whose every access is logged. */
export const hubBucket = (scope: Construct, id: string, props: HubBucketProps): IBucket => {
  const { key, accessLog, ...rest } = props
  return asInterface(
    new Bucket(scope, id, {
      ...unreachable,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      ...rest,
    }),
  )
}

/**
 * Where other buckets log who opened them. Amazon's own key, because log delivery takes no other.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export const accessLogBucket = (scope: Construct, id: string, enforceSSL: boolean): IBucket =>
  asInterface(
    new Bucket(scope, id, {
      ...unreachable,
      enforceSSL,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(400) }],
    }),
  )
