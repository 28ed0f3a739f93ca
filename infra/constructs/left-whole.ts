import { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IEventSourceDlq, IFunction } from 'aws-cdk-lib/aws-lambda'
import type { CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { HubResources } from '../hub-resources.ts'
import { accessLogBucket, hubBucket } from './hub-bucket.ts'
import { longestRetention } from './hub-queue.ts'

/**
 * Keeps whole what a stream gave up on, for as long as the queue that names it: for a reader of whose work nothing else knows.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 */
export const leftWhole = (
  scope: Construct,
  { reader, named }: { readonly reader: IFunction; readonly named: IQueue },
  { stage, keys }: HubResources,
): IEventSourceDlq => {
  const bucket = hubBucket(scope, 'LeftBehind', {
    key: keys.leftBehind,
    accessLog: accessLogBucket(scope, 'LeftBehindAccess', stage.refusesPlainHttp),
    enforceSSL: stage.refusesPlainHttp,
    lifecycleRules: [
      { expiration: longestRetention, noncurrentVersionExpiration: Duration.days(1) },
    ],
  })
  // By itself, without the function that the library would add to the stack for it.
  const { defaultChild } = bucket.node
  ;(defaultChild as CfnBucket).addPropertyOverride(
    'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
    true,
  )
  const { ruleArn } = new Rule(scope, 'LeftBehindNamed', {
    description: 'Names in a queue what a stream gave up on',
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] } },
    },
    targets: [{ bind: () => ({ arn: named.queueArn }) }],
  })
  // The library's own target would let any rule write.
  named.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [named.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': ruleArn } },
    }),
  )
  reader.addToRolePolicy(
    new PolicyStatement({
      actions: ['s3:ListBucket', 's3:PutObject'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    }),
  )
  reader.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:GenerateDataKey'],
      resources: [keys.leftBehind.keyArn],
    }),
  )
  return { bind: () => ({ destination: bucket.bucketArn }) }
}
