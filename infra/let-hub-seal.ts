import { Stack } from 'aws-cdk-lib'
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { asPrincipals } from './constructs/outgoing-queue.ts'
import { givenOf, type Resource } from './grants.ts'
import { sealedLogBucketOf } from './names.ts'

/** The roles of an account to which the grants table gives something of the sealed log, by what it gives. */
const rolesByAction = (
  hubAccount: string,
  resource: Resource,
): readonly (readonly [action: string, roles: readonly string[]])[] =>
  [...Map.groupBy(givenOf(resource), ({ action }) => action)].map(([action, by]) => [
    action,
    by.map(({ role }) => `arn:aws:iam::${hubAccount}:role/${role}`),
  ])

/**
 * To the hub's account, but to these roles of it alone. By condition: a policy that named as principals roles that are not yet made,
 * or are made anew, would be refused, or would mean roles that are gone.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const allow = (
  hubAccount: string,
  roles: readonly string[],
  what: {
    readonly actions: readonly string[]
    readonly resources: readonly string[]
    readonly conditions?: Readonly<Record<string, string>>
  },
): PolicyStatement =>
  new PolicyStatement({
    principals: [new AccountPrincipal(hubAccount)],
    actions: [...what.actions],
    resources: [...what.resources],
    conditions: {
      ArnLike: { 'aws:PrincipalArn': roles.flatMap(asPrincipals) },
      ...(what.conditions !== undefined && { StringEquals: what.conditions }),
    },
  })

/**
 * Lets the hub's roles, from their own account, do with the sealed log what the grants table gives them, and nobody else of that
 * account anything: whoever administers it has no right here, and cannot give themselves one.
 */
export const letHubSeal = (
  { bucket, key }: { readonly bucket: IBucket; readonly key: Key },
  hubAccount: string,
): void => {
  const places = { sealedLog: bucket.arnForObjects('*'), 'sealedLog/names': bucket.bucketArn }
  for (const [resource, arn] of Object.entries(places) as [Resource, string][])
    for (const [action, roles] of rolesByAction(hubAccount, resource))
      bucket.addToResourcePolicy(
        allow(hubAccount, roles, { actions: [`s3:${action}`], resources: [arn] }),
      )
  // By its name: what refers to the bucket itself would wait for it, as it waits for its key.
  const bucketArn = `arn:aws:s3:::${sealedLogBucketOf(hubAccount)}`
  const { region } = Stack.of(bucket)
  const uses = { GetObject: 'kms:Decrypt', PutObject: 'kms:GenerateDataKey' } as const
  for (const [action, roles] of rolesByAction(hubAccount, 'sealedLog'))
    if (action === 'GetObject' || action === 'PutObject')
      key.addToResourcePolicy(
        allow(hubAccount, roles, {
          actions: [uses[action]],
          resources: ['*'],
          conditions: {
            'kms:ViaService': `s3.${region}.amazonaws.com`,
            'kms:EncryptionContext:aws:s3:arn': bucketArn,
          },
        }),
      )
}
