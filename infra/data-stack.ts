import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { forEachTable, type TableName, tables } from '../shared/aws/dynamodb/tables.ts'
import { accessLogBucket } from './constructs/hub-bucket.ts'
import { HubTable } from './constructs/hub-table.ts'
import { importsBucket } from './imports-bucket.ts'
import { keepSealed } from './keep-sealed.ts'
import type { KeysStack } from './keys-stack.ts'
import { pascalCase, sealedLogBucketOf, tableOutput } from './names.ts'
import { sealedFor, sealedLogBucket } from './sealed-log-bucket.ts'
import type { Stage } from './stage.ts'

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
  readonly sealedLog: IBucket
  /** Files of registers, and what is made of them, for some days. */
  readonly imports: IBucket

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
    this.sealedLog =
      stage.edge === undefined
        ? this.ownSealedLog(stage, keys)
        : Bucket.fromBucketName(this, 'SealedLog', sealedLogBucketOf(stage.edge.account))
    this.imports = importsBucket(this, { stage, key: keys.imports })
    new CfnOutput(this, 'SealedLogBucket', { value: this.sealedLog.bucketName })
    new CfnOutput(this, 'SealedForDays', { value: String(sealedFor.toDays()) })
  }

  /** The emulator has one account; in production the bucket stands in another (`keeping-stack.ts`). */
  private ownSealedLog({ refusesPlainHttp }: Stage, { auditLog }: KeysStack): IBucket {
    const bucket = sealedLogBucket(this, {
      key: auditLog,
      accessLog: accessLogBucket(this, 'AccessLog', refusesPlainHttp),
      enforceSSL: refusesPlainHttp,
    })
    keepSealed(bucket, this.account)
    return bucket
  }
}
