import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { BackupVault } from 'aws-cdk-lib/aws-backup'
import {
  AccountPrincipal,
  Effect,
  PolicyDocument,
  PolicyStatement,
  StarPrincipal,
} from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { dataKey } from './constructs/hub-key.ts'
import { daysKept } from './days-kept.ts'

/** The vault's name: the stage's file names its ARN. */
export const vaultName = 'hub-copies'

/** Days in which a lock that was set by mistake can still be taken off; afterwards nobody can, its account's root included. */
const graceDays = 3

/**
 * What stands in the other account: a vault that takes copies from the hub's account and gives up none of them before its
 * time, whoever asks. Nothing of the hub's runs there, and nobody of the hub's account has a role there.
 */
export class VaultStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly hubAccount: string }) {
    super(scope, id, props)
    const { hubAccount } = props
    const vault = new BackupVault(this, 'Copies', {
      backupVaultName: vaultName,
      encryptionKey: dataKey(this, 'Copies-key', 'copies of the hub’s backups'),
      lockConfiguration: {
        minRetention: Duration.days(daysKept.fewest),
        maxRetention: Duration.days(daysKept.most),
        changeableFor: Duration.days(graceDays),
      },
      accessPolicy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'CopiesComeIn',
            principals: [new AccountPrincipal(hubAccount)],
            actions: ['backup:CopyIntoBackupVault'],
            resources: ['*'],
          }),
          new PolicyStatement({
            sid: 'NothingElseDoesFromThere',
            effect: Effect.DENY,
            principals: [new StarPrincipal()],
            notActions: ['backup:CopyIntoBackupVault'],
            resources: ['*'],
            conditions: { StringEquals: { 'aws:PrincipalAccount': hubAccount } },
          }),
          new PolicyStatement({
            sid: 'NothingIsRemoved',
            effect: Effect.DENY,
            principals: [new StarPrincipal()],
            actions: [
              'backup:DeleteBackupVault',
              'backup:DeleteBackupVaultAccessPolicy',
              'backup:DeleteRecoveryPoint',
              'backup:UpdateRecoveryPointLifecycle',
            ],
            resources: ['*'],
          }),
        ],
      }),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    new CfnOutput(this, 'VaultArn', { value: vault.backupVaultArn })
  }
}
