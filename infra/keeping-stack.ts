import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Trail } from 'aws-cdk-lib/aws-cloudtrail'
import {
  Alarm,
  ComparisonOperator,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { watchBucket, watchEndings } from './constructs/alarms.ts'
import { accessLogBucket, hubBucket } from './constructs/hub-bucket.ts'
import { dataKey, letServiceUse } from './constructs/hub-key.ts'
import { wakeBy } from './constructs/pager.ts'
import { changeByDeployingAlone, keepSealed } from './keep-sealed.ts'
import { hubTrails, keepTrails, letTrailsEncrypt } from './keep-trails.ts'
import { letHubSeal } from './let-hub-seal.ts'
import { sealedLogBucketOf, trailBucketOf } from './names.ts'
import { sealedLogBucket } from './sealed-log-bucket.ts'

/** How long nobody can remove what a trail has written, whoever asks and in which account. */
const keptFor = Duration.days(400)

type KeepingProps = StackProps & { readonly hubAccount: string; readonly pager: string }

/**
 * What stands in the keeping account beside the vault: the bucket into which the trails of the hub's account write, the one into
 * which its sequencer seals the audit log, and what rings when somebody changes one, or when no more comes. Whoever administers the hub's account has no right here.
 */
export class KeepingStack extends Stack {
  constructor(scope: Construct, id: string, props: KeepingProps) {
    super(scope, id, props)
    const { hubAccount, pager } = props
    const key = this.key(hubAccount)
    const accessLog = accessLogBucket(this, 'TrailsAccessLog', true)
    const bucket = hubBucket(this, 'Trails', {
      bucketName: trailBucketOf(hubAccount),
      key,
      accessLog,
      enforceSSL: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(keptFor),
      metrics: hubTrails(hubAccount).map(({ id: name, prefix }) => ({ id: name, prefix })),
    })
    keepTrails(bucket, hubAccount)
    const operations = this.operations(key)
    wakeBy(this, { operations, endpoint: pager, key })
    const sealedLog = this.sealedLog(accessLog, hubAccount)
    this.watchChanges({ key, bucket, sealedLog, operations })
    for (const { id: name } of hubTrails(hubAccount)) this.watchSilence(name, bucket, operations)
  }

  /** Before it signs, the sequencer reads here what it signed last; and the hub's administrators can put nothing else in its place. */
  private sealedLog(accessLog: IBucket, hubAccount: string): IBucket {
    const key = dataKey(this, 'Sealed', 'the sealed copy of the audit log')
    const bucketName = sealedLogBucketOf(hubAccount)
    const bucket = sealedLogBucket(this, { key, accessLog, enforceSSL: true, bucketName })
    letHubSeal({ bucket, key }, hubAccount)
    keepSealed(bucket, hubAccount)
    changeByDeployingAlone(bucket)
    return bucket
  }

  private key(hubAccount: string): Key {
    const key = dataKey(this, 'Kept', 'what is kept of another account')
    letTrailsEncrypt(key, hubAccount)
    letServiceUse(key, 'cloudwatch.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': this.account },
    })
    letServiceUse(key, 'sns.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': this.account },
    })
    letServiceUse(key, `logs.${this.region}.amazonaws.com`, {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${this.region}:${this.account}:log-group:*`,
      },
    })
    return key
  }

  private operations(key: Key): Topic {
    const topic = new Topic(this, 'Operations', {
      topicName: 'hub-keeping',
      displayName: 'Alarms about what is kept of the hub',
      masterKey: key,
      enforceSSL: true,
    })
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsRing',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    )
    return topic
  }

  /** A trail of this account's own, of what is changed in it. */
  private watchChanges(kept: {
    readonly key: Key
    readonly bucket: IBucket
    readonly sealedLog: IBucket
    readonly operations: ITopic
  }): void {
    const { key, bucket, sealedLog, operations } = kept
    const log = new LogGroup(this, 'Changes', {
      logGroupName: 'hub-keeping',
      encryptionKey: key,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    new Trail(this, 'OwnTrail', {
      trailName: 'hub-keeping',
      bucket,
      encryptionKey: key,
      enableFileValidation: true,
      isMultiRegionTrail: false,
      sendToCloudWatchLogs: true,
      cloudWatchLogGroup: log,
    })
    const seeRunbook = 'See docs/runbooks/watch-tables.md'
    watchBucket(this, log, {
      name: 'hub-trails-changed',
      bucket: bucket.bucketName,
      meaning: `Somebody changed, or tried to change, the bucket in which the trails are kept. ${seeRunbook}`,
      operations,
    })
    watchBucket(this, log, {
      id: 'SealedLog',
      name: 'hub-sealed-log-bucket-changed',
      bucket: sealedLog.bucketName,
      meaning: `Somebody of the keeping account changed, or tried to change, the bucket of the sealed log: its lock, its policy, what expires in it. ${seeRunbook}`,
      operations,
    })
    watchEndings(this, log, {
      name: 'hub-keeping-changed',
      of: ['trail', 'key'],
      meaning: `Somebody changed, or tried to change, the keeping account’s own trail or a key of it. ${seeRunbook}`,
      operations,
    })
  }

  /** A trail that goes on writes a digest each hour, whether or not anybody did anything. */
  private watchSilence(name: string, bucket: IBucket, operations: ITopic): void {
    const alarm = new Alarm(this, `${name}Silence`, {
      alarmName: `hub-trail-${name}-silence`,
      alarmDescription: `No file of a trail of the hub’s account has come for three hours: somebody ended it, or it cannot write. See docs/runbooks/watch-tables.md`,
      metric: new Metric({
        namespace: 'AWS/S3',
        metricName: 'PutRequests',
        dimensionsMap: { BucketName: bucket.bucketName, FilterId: name },
        statistic: Stats.SUM,
        period: Duration.hours(1),
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(operations))
  }
}
