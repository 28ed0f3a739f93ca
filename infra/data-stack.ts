import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { type TableName, tables } from '../shared/aws/dynamodb/tables.ts'
import { accessLogBucket, hubBucket } from './constructs/hub-bucket.ts'
import { HubTable } from './constructs/hub-table.ts'
import type { KeysStack } from './keys-stack.ts'
import type { Stage } from './stages.ts'

/** How long nobody, the operator included, can remove a sealed part of the log. It can be lengthened, never shortened. */
const sealedFor = Duration.days(3653)

/** What must outlive every redeployment. */
export class DataStack extends Stack {
  readonly tables: Readonly<Record<TableName, HubTable>>
  readonly accessLog: IBucket
  readonly sealedLog: IBucket

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly stage: Stage; readonly keys: KeysStack },
  ) {
    super(scope, id, props)
    const { keys, stage } = props
    const table = (name: TableName, logicalId: string): HubTable =>
      new HubTable(this, logicalId, { definition: tables[name], key: keys[name] })
    this.tables = {
      register: table('register', 'Register'),
      casework: table('casework', 'Casework'),
      auditEntries: table('auditEntries', 'AuditEntries'),
      auditLog: table('auditLog', 'AuditLog'),
    }
    this.accessLog = accessLogBucket(this, 'AccessLog', stage.refusesPlainHttp)
    this.sealedLog = hubBucket(this, 'SealedLog', {
      key: keys.auditLog,
      accessLog: this.accessLog,
      enforceSSL: stage.refusesPlainHttp,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(sealedFor),
    })
    new CfnOutput(this, 'RegisterTable', { value: this.tables.register.tableName })
    new CfnOutput(this, 'CaseworkTable', { value: this.tables.casework.tableName })
    new CfnOutput(this, 'AuditEntriesTable', { value: this.tables.auditEntries.tableName })
    new CfnOutput(this, 'AuditLogTable', { value: this.tables.auditLog.tableName })
    new CfnOutput(this, 'SealedLogBucket', { value: this.sealedLog.bucketName })
    new CfnOutput(this, 'SealedForDays', { value: String(sealedFor.toDays()) })
  }
}
