import { Duration } from 'aws-cdk-lib'
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import {
  Alarm,
  ComparisonOperator,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { type Measure, metricNamespace } from '../../shared/kernel/measures.ts'
import { raiseAlarm } from './alarms.ts'

const period = Duration.minutes(1)

/** A number that the hub counts of itself. */
export const measured = (metricName: Measure): Metric =>
  new Metric({ namespace: metricNamespace, metricName, period, statistic: Stats.MAXIMUM })

/** Errors of every function of the account, which holds nothing but the hub. */
const errors = (): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', period, statistic: Stats.SUM })

/** Three minutes after one another: what has righted itself by then needs nobody. */
const lasting = 3

/** What waits longer than the streams and the sweep after them take, whatever the cause. */
const late = {
  OldestConcernWaiting: {
    name: 'hub-concerns-late',
    seconds: 180,
    meaning:
      'A concern about a child has waited three minutes and nothing is decided. See docs/runbooks/assess-concern.md',
  },
  OldestMessageUnsent: {
    name: 'hub-messages-late',
    seconds: 180,
    meaning:
      'An alert about a child has waited three minutes and has not left. See docs/runbooks/relay-alerts.md',
  },
  OldestEntryUnsealed: {
    name: 'hub-entries-late',
    seconds: 900,
    meaning:
      'Audit entries have waited a quarter of an hour: what is altered now could not be proved. See docs/runbooks/seal-audit.md',
  },
} as const satisfies Partial<
  Record<Measure, { readonly name: string; readonly seconds: number; readonly meaning: string }>
>

/**
 * How many alerts that nobody has opened ring anew. An alarm that rings already wakes nobody for the next alert: so each of these
 * does. The first of each urgency rings by its line in the log.
 */
const furtherUnread: readonly {
  readonly measure: Measure
  readonly name: string
  readonly steps: readonly number[]
}[] = [
  {
    measure: 'UnreadImmediate',
    name: 'hub-alerts-unread-immediate',
    steps: [1, 2, 3, 5, 10, 20],
  },
  { measure: 'UnreadToday', name: 'hub-alerts-unread', steps: [1, 3, 10] },
]

/** What stands aside is told of once, when it begins to: each line of that counts. What still does after a day rings every morning. */
const watchQuarantine = (scope: Construct, operations: ITopic): void => {
  raiseAlarm(scope, 'QuarantinedImmediateAlarm', {
    name: 'hub-rows-quarantined-immediate',
    metric: measured('RowsQuarantinedImmediate').with({ statistic: Stats.SUM }),
    above: 0,
    meaning:
      'Something of immediate danger to a child cannot be read, or fails again and again, and stands aside. Look now. See docs/runbooks/quarantine.md',
    operations,
  })
  raiseAlarm(scope, 'QuarantinedAlarm', {
    name: 'hub-rows-quarantined',
    metric: measured('RowsQuarantined').with({ statistic: Stats.SUM }),
    above: 0,
    meaning:
      'Something that waits cannot be read, or fails again and again, and stands aside; all else goes on. See docs/runbooks/quarantine.md',
    operations,
  })
  raiseAlarm(scope, 'QuarantineLeftAlarm', {
    name: 'hub-quarantine-left',
    metric: measured('RowsLeftInQuarantine'),
    above: 0,
    meaning:
      'Something has stood aside for more than a day: it rings each morning at nine until nothing has. See docs/runbooks/quarantine.md',
    operations,
  })
  raiseAlarm(scope, 'DirectoryAlarm', {
    name: 'hub-directory-unreadable',
    metric: measured('DirectoryUnreadable'),
    above: 0,
    meaning:
      'The row of an authority or agency cannot be read: what needs it waits, and its systems get no token. See docs/runbooks/quarantine.md',
    operations,
  })
}

const watchFurtherUnread = (scope: Construct, operations: ITopic): void => {
  for (const { measure, name, steps } of furtherUnread)
    for (const above of steps)
      raiseAlarm(scope, `${measure}${above}Alarm`, {
        name: `${name}-over-${above}`,
        metric: measured(measure),
        above,
        meaning:
          'Further alerts about children that an authority that polls has not opened in time. Telephone it about each. See docs/runbooks/watch-clocks.md',
        operations,
      })
}

/** Whatever waits has its bound (`shared/casework/bounds.ts`); what passes it is the operator's from then on. */
const watchBounds = (scope: Construct, operations: ITopic): void => {
  raiseAlarm(scope, 'UnaccountedAlarm', {
    name: 'hub-concerns-unaccounted',
    metric: measured('ConcernsUnaccounted'),
    above: 0,
    meaning:
      'A concern that was accepted is nowhere: neither held, in review, told, on its way nor withdrawn. A child may be waiting behind it. See docs/runbooks/reconcile-concerns.md',
    operations,
  })
  raiseAlarm(scope, 'PastBoundImmediateAlarm', {
    name: 'hub-past-bound-immediate',
    metric: measured('PastBoundImmediate'),
    above: 0,
    meaning:
      'Something about immediate danger to a child has waited past its bound, and is yours now: telephone the authority. See docs/runbooks/measure-hub.md',
    operations,
  })
  raiseAlarm(scope, 'PastBoundAlarm', {
    name: 'hub-past-bound',
    metric: measured('PastBound'),
    above: 0,
    minutes: lasting,
    meaning:
      'Something has waited past its bound, and is yours now: hub overdue names it. See docs/runbooks/measure-hub.md',
    operations,
  })
}

/** Alarms on the hub as a whole: on what its users would notice, by what it measures of itself. */
export const watchMeasures = (scope: Construct, operations: ITopic): void => {
  for (const [measure, { name, seconds, meaning }] of Object.entries(late))
    raiseAlarm(scope, `${measure}Alarm`, {
      name,
      metric: measured(measure as keyof typeof late),
      above: seconds,
      minutes: lasting,
      meaning,
      operations,
    })
  watchFurtherUnread(scope, operations)
  watchBounds(scope, operations)
  watchQuarantine(scope, operations)
  raiseAlarm(scope, 'CheckpointsAlarm', {
    name: 'hub-checkpoints-not-sent',
    metric: measured('AuthoritiesWithoutCheckpoint'),
    above: 0,
    minutes: lasting,
    meaning:
      'An authority was sent no checkpoint of the audit log for 26 hours: nobody outside could show that it was written anew since. See docs/runbooks/publish-messages.md',
    operations,
  })
  raiseAlarm(scope, 'HolidaysAlarm', {
    name: 'hub-holidays-unknown',
    metric: measured('DueBeyondHolidays'),
    above: 0,
    meaning:
      'An answer is due in a year whose bank holidays the hub does not know: its day may be too early. See docs/runbooks/measure-hub.md',
    operations,
  })
}

/** What the functions could not say, since nothing reached them. */
export const watchApi = (scope: Construct, api: RestApiBase, operations: ITopic): void => {
  raiseAlarm(scope, 'RefusedAlarm', {
    name: 'hub-api-failing',
    metric: api.metricServerError({ period, statistic: Stats.SUM }),
    above: 5,
    minutes: lasting,
    meaning:
      'Callers are turned away: functions are throttled, or the API cannot call them. See docs/operating.md',
    operations,
  })
}

/**
 * Nothing that was rehearsed has come through for a quarter of an hour, whether because the way is closed or because nobody
 * goes it: what is missing breaches.
 */
export const watchRehearsal = (scope: Construct, operations: ITopic): void => {
  const through: Measure = 'RehearsalsThrough'
  const alarm = new Alarm(scope, 'lateAlarm', {
    alarmName: 'hub-rehearsal-late',
    alarmDescription:
      'No rehearsed concern has come through for a quarter of an hour: those about children may not either. See docs/runbooks/rehearse-concern.md',
    metric: measured(through).with({ period: Duration.minutes(15), statistic: Stats.SUM }),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.BREACHING,
  })
  alarm.addAlarmAction(new SnsAction(operations))
}

/** What a function could not say itself, of all of them: for a metric of AWS's own without a dimension is the whole account's. */
export const watchErrors = (scope: Construct, operations: ITopic): Alarm =>
  raiseAlarm(scope, 'ErrorsAlarm', {
    name: 'hub-errors',
    metric: errors(),
    above: 0,
    meaning:
      'A function crashed, ran out of time or did not start: the dashboard names it. See docs/operating.md',
    operations,
  })
