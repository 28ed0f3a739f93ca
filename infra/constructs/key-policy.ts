import { Stack } from 'aws-cdk-lib'
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { givenOf, type Resource } from '../grants.ts'
import { asPrincipals } from './outgoing-queue.ts'

/**
 * What whoever administers the account may be given: to manage a key, its policy included, so that it never becomes
 * nobody's; not to use it. Grants are left out, for one can be made to oneself.
 */
const managing = [
  'CancelKeyDeletion',
  'CreateAlias',
  'DeleteAlias',
  'Describe*',
  'Disable*',
  'Enable*',
  'GetKeyPolicy',
  'GetKeyRotationStatus',
  // The public half is no secret.
  'GetPublicKey',
  'List*',
  'PutKeyPolicy',
  'RevokeGrant',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
  'TagResource',
  'UntagResource',
  'Update*',
] as const

const allow = (
  actions: readonly string[],
  conditions?: Record<string, Record<string, unknown>>,
): PolicyStatement =>
  new PolicyStatement({
    principals: [new AccountRootPrincipal()],
    actions: actions.map((action) => `kms:${action}`),
    resources: ['*'],
    ...(conditions !== undefined && { conditions }),
  })

/**
 * Of a key that encrypts what a service stores: nobody decrypts by it directly. Through the service it takes a right to what
 * is stored there as well.
 */
export const throughServices = (scope: Construct): PolicyDocument => {
  const { account, region } = Stack.of(scope)
  return new PolicyDocument({
    statements: [
      allow(managing),
      allow(['Decrypt', 'Encrypt', 'GenerateDataKey*', 'ReEncrypt*'], {
        StringEquals: { 'kms:CallerAccount': account },
        StringLike: { 'kms:ViaService': `*.${region}.amazonaws.com` },
      }),
      allow(['CreateGrant'], { Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
    ],
  })
}

/**
 * Of a key that signs, hashes or wraps for the hub: each use by the very roles to which the grants table gives it, and by
 * `others`: roles that stand only now and then, such as whoever restores.
 */
export const byRoles = (
  scope: Construct,
  resource: Resource,
  others: readonly { readonly action: string; readonly role: string }[] = [],
): PolicyDocument => usedBy(scope, [...givenOf(resource), ...others])

/** Of a key that each of these roles may use in its own way, and nobody else in any. */
export const usedBy = (
  scope: Construct,
  given: readonly { readonly action: string; readonly role: string }[],
): PolicyDocument => {
  const uses = [...Map.groupBy(given, ({ action }) => action)].filter(
    ([action]) => action !== 'GetPublicKey',
  )
  const arnOf = (role: string): string =>
    Stack.of(scope).formatArn({
      service: 'iam',
      region: '',
      resource: 'role',
      resourceName: role,
    })
  return new PolicyDocument({
    statements: [
      allow(managing),
      ...uses.map(([action, by]) =>
        allow([action], {
          ArnLike: { 'aws:PrincipalArn': by.flatMap(({ role }) => asPrincipals(arnOf(role))) },
        }),
      ),
    ],
  })
}
