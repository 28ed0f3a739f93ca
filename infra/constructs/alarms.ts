import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type IFilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { metricNamespace } from '../../shared/kernel/measures.ts'

const period = Duration.minutes(1)

export type AlarmProps = {
  readonly name: string
  readonly metric: IMetric
  /** The alarm rings above this. */
  readonly above: number
  /** Minutes after one another for which it must be so: one where left out. */
  readonly minutes?: number
  /** What it means for a child or a worker, then where to look: whoever is woken reads this first. */
  readonly meaning: string
  readonly operations: ITopic
}

export const raiseAlarm = (scope: Construct, id: string, props: AlarmProps): Alarm => {
  const alarm = new Alarm(scope, id, {
    alarmName: props.name,
    alarmDescription: props.meaning,
    metric: props.metric,
    threshold: props.above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: props.minutes ?? 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
  alarm.addAlarmAction(new SnsAction(props.operations))
  return alarm
}

type Watched = Pick<AlarmProps, 'meaning' | 'operations'> & { readonly name: string }

/** For what reads a stream and of whose work nothing else tells how late it is: its oldest record has waited a quarter of an hour. */
export const watchStreamReader = (scope: Construct, fn: IFunction, watched: Watched): void => {
  raiseAlarm(scope, 'lagAlarm', {
    ...watched,
    name: `${watched.name}-lag`,
    metric: fn.metric('IteratorAge', { period, statistic: Stats.MAXIMUM }),
    above: Duration.minutes(15).toMilliseconds(),
  })
}

/** For queues that should stay empty: something arrived in one. */
export const watchDeadLetters = (scope: Construct, queue: IQueue, watched: Watched): void => {
  raiseAlarm(scope, `${queue.node.id}Alarm`, {
    ...watched,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
    above: 0,
  })
}

type LinesToRingFor = {
  /** Id of the filter, and of the alarm. */
  readonly ids: readonly [filter: string, alarm: string]
  readonly pattern: IFilterPattern
  /** What a line counts for; one where it is left out. */
  readonly value?: string
}

/** Rings for each line of a log that the pattern finds, by a metric of the alarm's name. */
const ringForLines = (
  scope: Construct,
  log: ILogGroup,
  { ids: [filterId, alarmId], pattern, value, ...watched }: LinesToRingFor & Watched,
): Alarm => {
  const filter = log.addMetricFilter(filterId, {
    filterPattern: pattern,
    metricNamespace,
    metricName: watched.name,
    ...(value !== undefined && { metricValue: value }),
  })
  return raiseAlarm(scope, alarmId, {
    ...watched,
    metric: filter.metric({ period, statistic: Stats.SUM }),
    above: 0,
  })
}

/**
 * What a function answered or handed back instead of crashing: a failure it caught leaves no trace in Lambda's own
 * metrics, only a line at level ERROR. A sweep that had to rescue something rings too: a stream is broken.
 */
export const watchLog = (scope: Construct, log: ILogGroup, watched: Watched): Alarm =>
  ringForLines(scope, log, {
    ...watched,
    name: `${watched.name}-failures`,
    ids: ['Failures', 'failuresAlarm'],
    pattern: FilterPattern.any(
      FilterPattern.stringValue('$.level', '=', 'ERROR'),
      FilterPattern.stringValue('$.message', '=', 'RESCUED_BY_SWEEP'),
    ),
  })

/** For whatever sees all entries of the log: one of them is about nobody real. Whoever is on call is woken at any hour. */
export const watchCanaries = (scope: Construct, log: ILogGroup, watched: Watched): Alarm =>
  ringForLines(scope, log, {
    ...watched,
    ids: ['Canaries', 'canaryAlarm'],
    pattern: FilterPattern.stringValue('$.message', '=', 'CANARY_HIT'),
    value: '$.count',
  })

/**
 * For whatever watches clocks: an alert that is told by the API's inbox alone was not opened in time. A line a minute, until it is.
 * An alarm that rings already wakes nobody again, so each urgency has one of its own and hides nothing graver; how many there are has others
 * ({@link watchHub}).
 */
export const watchUnread = (scope: Construct, log: ILogGroup, watched: Watched): void => {
  const unread = FilterPattern.stringValue('$.message', '=', 'ALERT_UNREAD')
  ringForLines(scope, log, {
    ...watched,
    name: `${watched.name}-immediate`,
    ids: ['UnreadImmediate', 'unreadImmediateAlarm'],
    pattern: FilterPattern.all(unread, FilterPattern.stringValue('$.urgency', '=', 'immediate')),
  })
  ringForLines(scope, log, {
    ...watched,
    ids: ['Unread', 'unreadAlarm'],
    pattern: FilterPattern.all(unread, FilterPattern.stringValue('$.urgency', '=', 'today')),
  })
  ringForLines(scope, log, {
    ...watched,
    name: `${watched.name}-routine`,
    ids: ['UnreadRoutine', 'unreadRoutineAlarm'],
    pattern: FilterPattern.all(unread, FilterPattern.stringValue('$.urgency', '=', 'routine')),
  })
}

/** For whatever seals the log: its rows came from a backup. */
export const watchRestored = (scope: Construct, log: ILogGroup, watched: Watched): Alarm =>
  ringForLines(scope, log, {
    ...watched,
    ids: ['Restored', 'restoredAlarm'],
    pattern: FilterPattern.stringValue('$.message', '=', 'LOG_RESTORED'),
  })

/** For whatever watches tables: a row of one was changed in a way that is not the hub's. */
export const watchChanges = (scope: Construct, log: ILogGroup, watched: Watched): Alarm =>
  ringForLines(scope, log, {
    ...watched,
    ids: ['Changes', 'changeAlarm'],
    pattern: FilterPattern.stringValue('$.message', '=', 'UNKNOWN_CHANGE'),
  })

/** For the log of a trail that records others than the hub's own roles: any data event there is somebody's who went round the hub. */
export const watchOutsiders = (scope: Construct, log: ILogGroup, watched: Watched): Alarm =>
  ringForLines(scope, log, {
    ...watched,
    ids: ['Outsiders', 'outsiderAlarm'],
    pattern: FilterPattern.stringValue('$.eventCategory', '=', 'Data'),
  })

/** For the log of a trail that records what is changed of the account's resources: a bucket is, or somebody was refused it. */
export const watchBucket = (
  scope: Construct,
  log: ILogGroup,
  { bucket, id = '', ...watched }: Watched & { readonly bucket: string; readonly id?: string },
): Alarm =>
  ringForLines(scope, log, {
    ...watched,
    ids: [`${id}BucketChanges`, `${id}bucketAlarm`],
    pattern: FilterPattern.all(
      FilterPattern.stringValue('$.eventCategory', '=', 'Management'),
      FilterPattern.stringValue('$.eventSource', '=', 's3.amazonaws.com'),
      FilterPattern.stringValue('$.requestParameters.bucketName', '=', bucket),
    ),
  })

/** What would end a trail or narrow it, and what would close or open what a key encrypts. */
const endings = {
  trail: ['DeleteTrail', 'PutEventSelectors', 'StopLogging', 'UpdateTrail'],
  key: ['DisableKey', 'PutKeyPolicy', 'ScheduleKeyDeletion'],
} as const

/** For the log of a trail that records what is changed of the account's resources: a trail or a key is, or somebody was refused it. */
export const watchEndings = (
  scope: Construct,
  log: ILogGroup,
  { of, ...watched }: Watched & { readonly of: readonly (keyof typeof endings)[] },
): Alarm =>
  ringForLines(scope, log, {
    ...watched,
    ids: ['Endings', 'endingAlarm'],
    pattern: FilterPattern.any(
      ...of
        .flatMap((one) => endings[one])
        .map((name) => FilterPattern.stringValue('$.eventName', '=', name)),
    ),
  })

/** For what the clock wakes: it has not run for so long, five minutes where it should every minute. Silence is the failure, so missing data breaches. */
export const watchSilence = (
  scope: Construct,
  fn: IFunction,
  { within = Duration.minutes(5), ...watched }: Watched & { readonly within?: Duration },
): void => {
  const alarm = new Alarm(scope, 'silenceAlarm', {
    alarmName: `${watched.name}-silence`,
    alarmDescription: watched.meaning,
    metric: fn.metricInvocations({ period: within, statistic: Stats.SUM }),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.BREACHING,
  })
  alarm.addAlarmAction(new SnsAction(watched.operations))
}
