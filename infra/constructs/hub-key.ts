import { RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key, type KeyProps } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { throughServices } from './key-policy.ts'

/** A key that its stack never deletes: what it encrypted or signed would be lost with it. */
export const pinnedKey = (scope: Construct, id: string, props: KeyProps): Key =>
  new Key(scope, id, {
    ...props,
    alias: `hub/${id.toLowerCase()}`,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })

/** A symmetric key for one class of data; AWS replaces its material yearly, old material still decrypts. */
export const dataKey = (scope: Construct, id: string, what: string): Key =>
  pinnedKey(scope, id, {
    description: `Encrypts ${what}`,
    enableKeyRotation: true,
    policy: throughServices(scope),
  })

/** Lets an AWS service encrypt under the key on its own account, but only as the conditions say. */
export const letServiceUse = (
  key: Key,
  service: string,
  conditions: Record<string, Record<string, string | readonly string[]>>,
): void => {
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(service)],
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions,
    }),
  )
}
