import { DefaultStackSynthesizer, Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { asPrincipals } from './constructs/outgoing-queue.ts'
import { roleNameOf, sequencer } from './grants.ts'
import { loosening } from './loosening.ts'
import { changedByDeployingAlone } from './names.ts'

/** What would weaken the bucket itself: its lock, its policy, what expires in it, who owns it, under which key it stands. */
const weakening = [
  'DeleteBucket',
  'DeleteBucketPolicy',
  'PutAccelerateConfiguration',
  'PutBucketAcl',
  'PutBucketLogging',
  'PutBucketObjectLockConfiguration',
  'PutBucketOwnershipControls',
  'PutBucketPolicy',
  'PutBucketPublicAccessBlock',
  'PutBucketVersioning',
  'PutEncryptionConfiguration',
  'PutLifecycleConfiguration',
  'PutReplicationConfiguration',
] as const

/** What would lay an object, or another version of one, beside those of the log. */
const adding = ['s3:PutObject', 's3:PutObjectAcl', 's3:ReplicateObject'] as const

type Denial = {
  readonly sid?: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** Roles that are excepted, by ARN; nobody is where there are none. */
  readonly but?: readonly string[]
}

export const refuse = (bucket: IBucket, { sid, actions, resources, but }: Denial): void => {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      ...(sid !== undefined && { sid }),
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: [...actions],
      resources: [...resources],
      ...(but !== undefined && {
        conditions: { ArnNotLike: { 'aws:PrincipalArn': but.flatMap(asPrincipals) } },
      }),
    }),
  )
}

const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`

/** Nobody changes the bucket, whatever their own policies say, but CloudFormation as it deploys to the bucket's own account. */
export const changeByDeployingAlone = (bucket: IBucket): void => {
  const { account, region } = Stack.of(bucket)
  const deployer = `cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-cfn-exec-role-${account}-${region}`
  refuse(bucket, {
    sid: changedByDeployingAlone,
    actions: weakening.map((action) => `s3:${action}`),
    resources: [bucket.bucketArn],
    but: [roleArn(account, deployer)],
  })
}

/**
 * What nobody may do to the sealed log, whatever their own policies say: take anything out; put anything where leaves and
 * checkpoints stand, but the sequencer of the hub's account. The root user of the bucket's own account can still take this policy
 * away, which rings: S3 lets nobody be locked out of their own bucket.
 */
export const keepSealed = (bucket: IBucket, hubAccount: string): void => {
  refuse(bucket, { actions: loosening, resources: [bucket.arnForObjects('*')] })
  refuse(bucket, {
    actions: adding,
    resources: ['bundles', 'checkpoints'].map((place) => bucket.arnForObjects(`*/${place}/*`)),
    but: [roleArn(hubAccount, roleNameOf(sequencer))],
  })
}
