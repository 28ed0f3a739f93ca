import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

/** The longest that SQS keeps a message: two weeks for somebody to come and take it. */
export const longestRetention = Duration.days(14)

type HubQueueProps = Pick<QueueProps, 'deadLetterQueue' | 'visibilityTimeout'> & {
  readonly name: string
  /** Imported by ARN: a key of another stack would have its policy added to here. */
  readonly key: IKey
  readonly enforceSSL: boolean
}

/** A queue under a key of ours that keeps what it holds as long as it can. */
export const hubQueue = (scope: Construct, id: string, props: HubQueueProps): Queue => {
  const { name, key, ...rest } = props
  return new Queue(scope, id, {
    ...rest,
    queueName: name,
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    retentionPeriod: longestRetention,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
}
