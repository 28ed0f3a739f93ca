import { Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { AccountRootPrincipal, Effect, Policy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { accessLogBucket, hubBucket } from './constructs/hub-bucket.ts'
import { dataKey } from './constructs/hub-key.ts'
import { restorerRole } from './names.ts'

/** Exports hold everything that the hub holds; nobody needs one longer. */
const exportsKept = Duration.days(7)

const ofMatchIndex = { StringEquals: { 'kms:EncryptionContext:purpose': 'match-index' } }

const underAlias = (...aliases: readonly string[]) => ({
  'ForAnyValue:StringLike': { 'kms:ResourceAliases': aliases.map((name) => `alias/hub/${name}`) },
})

/**
 * What restoring takes, and nobody has day by day: it stands only from when somebody deploys it until they destroy it. A bucket for
 * exports of the tables, and the role that makes them and puts rows back. It can put no row over another but by going round
 * `hub restore`, and take none away; whatever it does to a table rings, for it is none of the hub's own roles.
 */
export class RecoveryStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props)
    const exported = hubBucket(this, 'Exports', {
      key: dataKey(this, 'Exports-key', 'exports of the tables'),
      accessLog: accessLogBucket(this, 'ExportsAccessLog', true),
      enforceSSL: true,
      lifecycleRules: [{ expiration: exportsKept, noncurrentVersionExpiration: Duration.days(1) }],
    })
    const role = new Role(this, 'Restorer', {
      roleName: restorerRole,
      description: 'Exports the tables and puts rows back, while somebody restores the hub',
      assumedBy: new AccountRootPrincipal(),
      maxSessionDuration: Duration.hours(12),
    })
    new Policy(this, 'Grants', { roles: [role], statements: this.statements(exported) })
    new CfnOutput(this, 'ExportsBucket', { value: exported.bucketName })
    new CfnOutput(this, 'RestorerRole', { value: role.roleArn })
  }

  private statements(exported: IBucket): PolicyStatement[] {
    return [...this.onTables(), ...this.onExports(exported), ...this.underKeys()]
  }

  private onTables(): PolicyStatement[] {
    // As CloudFormation names the tables of the stack hub-data, the lost ones and the new ones.
    const tables = `arn:aws:dynamodb:${this.region}:${Aws.ACCOUNT_ID}:table/hub-data-*`
    const dynamodb = (...names: readonly string[]): string[] =>
      names.map((name) => `dynamodb:${name}`)
    return [
      new PolicyStatement({
        sid: 'ReadAndPut',
        actions: dynamodb('BatchGetItem', 'DescribeTable', 'GetItem', 'PutItem', 'Scan'),
        resources: [tables],
      }),
      new PolicyStatement({
        sid: 'Export',
        actions: dynamodb('DescribeExport', 'ExportTableToPointInTime'),
        resources: [tables, `${tables}/export/*`],
      }),
      new PolicyStatement({
        sid: 'TakeNothingAway',
        effect: Effect.DENY,
        actions: dynamodb('BatchWriteItem', 'DeleteItem', 'DeleteTable', 'UpdateItem'),
        resources: [tables],
      }),
    ]
  }

  private onExports(exported: IBucket): PolicyStatement[] {
    return [
      new PolicyStatement({
        sid: 'ExportsInAndOut',
        actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
        resources: [`${exported.bucketArn}/*`],
      }),
      new PolicyStatement({
        sid: 'ListExports',
        actions: ['s3:ListBucket'],
        resources: [exported.bucketArn],
      }),
    ]
  }

  /** By the aliases of the keys, for they are made anew with a new hub. */
  private underKeys(): PolicyStatement[] {
    const { region } = this
    const resources = [`arn:aws:kms:${region}:${Aws.ACCOUNT_ID}:key/*`]
    const through = (service: string) => ({
      StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
    })
    const actions = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey']
    const ofTables = underAlias('directory', 'intake', 'register', 'casework', 'audit*')
    return [
      new PolicyStatement({
        sid: 'OpenTables',
        actions,
        resources,
        conditions: { ...through('dynamodb'), ...ofTables },
      }),
      new PolicyStatement({
        sid: 'OpenExports',
        actions,
        resources,
        conditions: { ...through('s3'), ...underAlias('exports-key') },
      }),
      new PolicyStatement({
        sid: 'TryTheIndexKey',
        actions: ['kms:Decrypt'],
        resources,
        conditions: {
          ...underAlias('index'),
          ...ofMatchIndex,
        },
      }),
      new PolicyStatement({
        sid: 'WrapTheIndexKeyAnew',
        actions: ['kms:ReEncryptTo'],
        resources,
        conditions: { ...underAlias('index'), ...ofMatchIndex },
      }),
      // The lost hub's key, in whatever account: its own policy says whether this role may.
      new PolicyStatement({
        sid: 'OpenTheFormerIndexKey',
        actions: ['kms:ReEncryptFrom'],
        resources: [`arn:aws:kms:${region}:*:key/*`],
        conditions: ofMatchIndex,
      }),
    ]
  }
}
