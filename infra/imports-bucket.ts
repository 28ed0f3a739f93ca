import { Duration } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { accessLogBucket, hubBucket } from './constructs/hub-bucket.ts'
import type { Stage } from './stage.ts'

/** A day longer than an import is kept after its last step: what is being applied is not taken away. The day after, it is gone. */
const keptFor = Duration.days(4)

/** Files of registers as they were uploaded, the parts that they were cut into, and rows to mend. */
export const importsBucket = (
  scope: Construct,
  { stage, key }: { readonly stage: Stage; readonly key: IKey },
): IBucket =>
  hubBucket(scope, 'Imports', {
    key,
    accessLog: accessLogBucket(scope, 'ImportsAccess', stage.refusesPlainHttp),
    enforceSSL: stage.refusesPlainHttp,
    lifecycleRules: [
      {
        expiration: keptFor,
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  })
