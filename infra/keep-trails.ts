import { Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { region } from './hub.ts'
import { changeByDeployingAlone, refuse } from './keep-sealed.ts'
import { loosening } from './loosening.ts'
import { outsidersFolder, trailNames } from './names.ts'

const trailArn = (account: string, name: string): string =>
  `arn:aws:cloudtrail:${region}:${account}:trail/${name}`

/** The trails of the hub's account, and what the names of their files begin with. */
export const hubTrails = (hubAccount: string) => [
  {
    id: 'own',
    arn: trailArn(hubAccount, trailNames.own),
    prefix: `AWSLogs/${hubAccount}/`,
  },
  {
    id: 'outsiders',
    arn: trailArn(hubAccount, trailNames.outsiders),
    prefix: `${outsidersFolder}/AWSLogs/${hubAccount}/`,
  },
]

const cloudTrail = (): ServicePrincipal => new ServicePrincipal('cloudtrail.amazonaws.com')

/** Lets the trails of the hub's account encrypt under the key, and nobody of that account decrypt. */
export const letTrailsEncrypt = (key: Key, hubAccount: string): void => {
  const { account } = Stack.of(key)
  const arns = [...hubTrails(hubAccount).map(({ arn }) => arn), trailArn(account, 'hub-keeping')]
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'TrailsEncrypt',
      principals: [cloudTrail()],
      actions: ['kms:DescribeKey', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceArn': arns } },
    }),
  )
}

/**
 * Lets each trail of the hub's account put files where it puts them, and that account do nothing else: not read, for they say
 * who saw whom; not remove. Of the bucket's own account only a deployment changes it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export const keepTrails = (bucket: IBucket, hubAccount: string): void => {
  const trails = hubTrails(hubAccount)
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'TrailsLook',
      principals: [cloudTrail()],
      actions: ['s3:GetBucketAcl'],
      resources: [bucket.bucketArn],
      conditions: { StringEquals: { 'aws:SourceArn': trails.map(({ arn }) => arn) } },
    }),
  )
  for (const { prefix, arn } of trails)
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudTrail()],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`${prefix}*`)],
        conditions: {
          StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceArn': arn },
        },
      }),
    )
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NobodyElseDoesFromThere',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:*'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
      conditions: {
        StringEquals: { 'aws:PrincipalAccount': hubAccount },
        Bool: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
  )
  refuse(bucket, { actions: loosening, resources: [bucket.arnForObjects('*')] })
  changeByDeployingAlone(bucket)
}
