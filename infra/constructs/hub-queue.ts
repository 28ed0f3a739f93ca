import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { type IKey, Key } from 'aws-cdk-lib/aws-kms'
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

/** The longest that SQS keeps a message: two weeks for somebody to come and take it. */
export const longestRetention = Duration.days(14)

type HubQueueProps = Pick<QueueProps, 'deadLetterQueue' | 'visibilityTimeout'> & {
  readonly name: string
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
    encryptionMasterKey: withoutPolicyUpdates(scope, `${id}Key`, key),
    retentionPeriod: longestRetention,
    removalPolicy: RemovalPolicy.RETAIN,
  })
}

/** Constructs that meet a key add to its policy; the policy is written in the keys stack, and there alone. */
const withoutPolicyUpdates = (scope: Construct, id: string, key: IKey): IKey =>
  Key.fromKeyArn(scope, id, key.keyArn)
