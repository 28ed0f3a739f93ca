import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  type IBackupVault,
} from 'aws-cdk-lib/aws-backup'
import {
  Alarm,
  ComparisonOperator,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { forEachTable, type TableName } from '../shared/aws/dynamodb/tables.ts'
import { raiseAlarm } from './constructs/alarms.ts'
import { dataKey } from './constructs/hub-key.ts'
import type { DataStack } from './data-stack.ts'
import { daysKept } from './days-kept.ts'
import type { Stage } from './stage.ts'

type BackupProps = StackProps & {
  readonly edge: NonNullable<Stage['edge']>
  readonly data: DataStack
  readonly operations: ITopic
}

type Rhythm = {
  readonly tables: readonly TableName[]
  readonly schedule: Schedule
  readonly days: number
  /** No backup completed in this time: one was missed. */
  readonly missedAfter: Duration
}

/**
 * Everything each night; and each hour what nobody could send again: the register follows the authorities' own records, and used
 * assertions are over in minutes.
 */
export const rhythms = {
  daily: {
    tables: Object.values(forEachTable((name) => name)),
    schedule: Schedule.cron({ hour: '2', minute: '0' }),
    days: daysKept.most,
    missedAfter: Duration.days(1),
  },
  hourly: {
    tables: ['directory', 'intake', 'casework', 'auditEntries', 'auditLog'],
    schedule: Schedule.cron({ minute: '20' }),
    days: daysKept.fewest,
    missedAfter: Duration.hours(3),
  },
} as const satisfies Record<string, Rhythm>

const seeRunbook = 'See docs/runbooks/restore.md'

/** Copies of every table, under a key of their own, and of each copy one in another account, where nobody can remove it. */
export class BackupStack extends Stack {
  constructor(scope: Construct, id: string, props: BackupProps) {
    super(scope, id, props)
    const key = dataKey(this, 'Backup', 'backups of the tables')
    const elsewhere = BackupVault.fromBackupVaultArn(this, 'Elsewhere', props.edge.backupVaultArn)
    for (const [name, rhythm] of Object.entries(rhythms)) {
      const vault = new BackupVault(this, `${name}Vault`, {
        backupVaultName: `hub-${name}`,
        encryptionKey: key,
        blockRecoveryPointDeletion: true,
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      })
      this.plan(name, rhythm, { ...props, vault, elsewhere })
      this.ringForMissed(name, rhythm, props)
    }
    this.ringForCopies(props)
  }

  private plan(
    name: string,
    { tables, schedule, days }: Rhythm,
    {
      data,
      vault,
      elsewhere,
    }: BackupProps & { readonly vault: IBackupVault; readonly elsewhere: IBackupVault },
  ): void {
    const deleteAfter = Duration.days(days)
    const plan = new BackupPlan(this, `${name}Plan`, {
      backupPlanName: `hub-${name}`,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: name,
          backupVault: vault,
          scheduleExpression: schedule,
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(12),
          deleteAfter,
          copyActions: [{ destinationBackupVault: elsewhere, deleteAfter }],
        }),
      ],
    })
    plan.addSelection('Tables', {
      resources: tables.map((table) => BackupResource.fromArn(data.tables[table].tableArn)),
      role: this.role(name),
    })
  }

  /** In which AWS Backup reads the tables. It cannot restore. */
  private role(name: string): Role {
    return new Role(this, `${name}Role`, {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup'),
      ],
    })
  }

  private ringForMissed(
    name: string,
    { tables, missedAfter }: Rhythm,
    { operations }: BackupProps,
  ): void {
    const of = (metricName: string, period: Duration): Metric =>
      new Metric({
        namespace: 'AWS/Backup',
        metricName,
        dimensionsMap: { BackupVaultName: `hub-${name}` },
        period,
        statistic: Stats.SUM,
      })
    for (const what of ['Failed', 'Expired', 'Aborted'])
      raiseAlarm(this, `${name}${what}`, {
        name: `hub-backup-${name}-${what.toLowerCase()}`,
        meaning: `A table was not backed up: what comes in now could not be restored. ${seeRunbook}`,
        metric: of(`NumberOfBackupJobs${what}`, Duration.minutes(5)),
        above: 0,
        operations,
      })
    this.ringBelow(`${name}Missed`, tables.length, {
      name: `hub-backup-${name}-missed`,
      meaning: `Not every table has been backed up in time. ${seeRunbook}`,
      metric: of('NumberOfBackupJobsCompleted', missedAfter),
      operations,
    })
  }

  /** The account that copies go to does not count in our own vaults' names: what leaves is counted by kind. */
  private ringForCopies({ operations }: BackupProps): void {
    const of = (metricName: string, period: Duration): Metric =>
      new Metric({
        namespace: 'AWS/Backup',
        metricName,
        dimensionsMap: { ResourceType: 'DynamoDB' },
        period,
        statistic: Stats.SUM,
      })
    raiseAlarm(this, 'copyFailed', {
      name: 'hub-backup-copy-failed',
      meaning: `A backup did not reach the other account: with this account it would be lost. ${seeRunbook}`,
      metric: of('NumberOfCopyJobsFailed', Duration.minutes(5)),
      above: 0,
      operations,
    })
    this.ringBelow('copyMissed', rhythms.daily.tables.length, {
      name: 'hub-backup-copy-missed',
      meaning: `For a day not every table has reached the other account. ${seeRunbook}`,
      metric: of('NumberOfCopyJobsCompleted', Duration.days(1)),
      operations,
    })
  }

  /** Silence is the failure, so missing data breaches. */
  private ringBelow(
    id: string,
    threshold: number,
    props: {
      readonly name: string
      readonly meaning: string
      readonly metric: Metric
      readonly operations: ITopic
    },
  ): void {
    const alarm = new Alarm(this, id, {
      alarmName: props.name,
      alarmDescription: props.meaning,
      metric: props.metric,
      threshold,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(props.operations))
  }
}
