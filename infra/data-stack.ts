import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { forEachTable, type TableName, tables } from '../shared/aws/dynamodb/tables.ts'
import { accessLogBucket, hubBucket } from './constructs/hub-bucket.ts'
import { HubTable } from './constructs/hub-table.ts'
import { keepSealed } from './keep-sealed.ts'
import type { KeysStack } from './keys-stack.ts'
import { logOriginIn } from './log-origin.ts'
import { pascalCase, tableOutput } from './names.ts'
import type { Stage } from './stage.ts'

/** How long nobody, the operator included, can remove a sealed part of the log. It can be lengthened, never shortened. */
const sealedFor = Duration.days(3653)

/**
 * When a bundle ends: a year after the longest of its entries' periods that end, so that their rows have gone before. It holds
 * entries of every kind, in one object, so it cannot end for some of them. The bucket's policy binds nobody but S3's own lifecycle.
 */
const bundlesEndAfter = Duration.days(76 * 366)
/** Whoever put a bundle over, or a mark that hides it, has that long to be found out before what stood there is gone. */
const hiddenFor = Duration.days(366)

/** What a table is encrypted under. Used assertions are of no use but to whoever reads clients. */
const keyOf = {
  directory: 'directory',
  tokens: 'directory',
  intake: 'intake',
  register: 'register',
  casework: 'casework',
  auditEntries: 'auditEntries',
  auditLog: 'auditLog',
} as const satisfies Record<TableName, keyof KeysStack>

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
    this.tables = forEachTable((name) => {
      const table = new HubTable(this, pascalCase(name), {
        definition: tables[name],
        key: keys[keyOf[name]],
      })
      new CfnOutput(this, tableOutput(name), { value: table.tableName })
      return table
    })
    this.accessLog = accessLogBucket(this, 'AccessLog', stage.refusesPlainHttp)
    this.sealedLog = hubBucket(this, 'SealedLog', {
      key: keys.auditLog,
      accessLog: this.accessLog,
      enforceSSL: stage.refusesPlainHttp,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(sealedFor),
      lifecycleRules: [
        {
          prefix: `${logOriginIn(stage, this)}/bundles/`,
          expiration: bundlesEndAfter,
          noncurrentVersionExpiration: hiddenFor,
        },
      ],
    })
    keepSealed(this.sealedLog, stage)
    new CfnOutput(this, 'SealedLogBucket', { value: this.sealedLog.bucketName })
    new CfnOutput(this, 'SealedForDays', { value: String(sealedFor.toDays()) })
  }
}
