import { Duration } from 'aws-cdk-lib'
import type { RestApiBase } from 'aws-cdk-lib/aws-apigateway'
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  PeriodOverride,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { Measure } from '../../shared/kernel/measures.ts'
import { measured } from './hub-alarms.ts'

const period = Duration.minutes(1)

/** Widgets stand in a grid of 24. */
const whole = 24
const half = 12

const numbers = (title: string, names: Readonly<Partial<Record<Measure, string>>>): IWidget =>
  new SingleValueWidget({
    title,
    width: whole,
    height: 3,
    metrics: Object.entries(names).map(([name, label]) =>
      measured(name as Measure).with({ label }),
    ),
  })

const graph = (title: string, left: readonly IMetric[]): IWidget =>
  new GraphWidget({ title, width: half, height: 6, left: [...left] })

/** The worst ten of whatever functions or queues there are: an authority more needs no line here. */
const worst = (search: string, statistic: 'Maximum' | 'Sum'): MathExpression =>
  new MathExpression({
    expression: `SORT(SEARCH('${search}', '${statistic}', 60), MAX, DESC, 10)`,
    label: '',
    period,
  })

const ofFunctions = (metric: string, statistic: 'Maximum' | 'Sum'): MathExpression =>
  worst(`{AWS/Lambda,FunctionName} MetricName="${metric}" hub`, statistic)

const ofQueues = (metric: string, names: string): MathExpression =>
  worst(`{AWS/SQS,QueueName} MetricName="${metric}" hub ${names}`, 'Maximum')

const whatWaits = (): IWidget[] => [
  numbers('Waits now (seconds: since when). All but 0 or small is somebody’s', {
    ConcernsWaiting: 'concerns undecided',
    OldestConcernWaiting: 'oldest concern',
    MessagesUnsent: 'messages unsent',
    OldestMessageUnsent: 'oldest message',
    PastBound: 'past their bound',
    PastBoundImmediate: 'of these H4',
    ConcernsUnaccounted: 'concerns nowhere, by the hour',
    EntriesUnsealed: 'entries unsealed',
    OldestEntryUnsealed: 'oldest entry',
    EntriesSetAside: 'entries set aside',
    RowsInQuarantine: 'in quarantine',
    OldestRowInQuarantine: 'oldest in quarantine',
    RowsLeftInQuarantine: 'there for a day, at nine',
    DirectoryUnreadable: 'directory rows unreadable',
  }),
]

const whatIsSetAside = (): IWidget[] => [
  graph('Messages told again, for nobody had answered', [
    measured('MessagesToldAgain').with({ period, statistic: Stats.SUM }),
  ]),
  graph('Quarantine: what stands aside from then on', [
    measured('RowsQuarantined').with({ period, statistic: Stats.SUM }),
    measured('RowsQuarantinedImmediate').with({ period, statistic: Stats.SUM }),
  ]),
]

/** Whether a concern comes through from end to end: one every five minutes. */
const whatIsRehearsed = (): IWidget[] => [
  graph('Rehearsals that came through', [measured('RehearsalsThrough')]),
  graph('Rehearsals: seconds from the referrer to the answer’s authority', [
    measured('RehearsalSeconds'),
  ]),
]

const whatPeopleOwe = (): IWidget[] => [
  numbers('With people', {
    UnacknowledgedH4: 'unacknowledged H4',
    UnacknowledgedH3: 'H3',
    UnacknowledgedH2: 'H2',
    UnacknowledgedH1: 'H1',
    UnreadImmediate: 'unread by a poller, H4',
    UnreadToday: 'unread by a poller, H3',
    AuthoritiesWithoutCheckpoint: 'authorities without a checkpoint',
    AlertsOverdue: 'alerts overdue, escalated',
    DueBeyondHolidays: 'due in a year of unknown holidays',
    ReviewsOpen: 'reviews open',
    ReviewsOverdue: 'reviews overdue',
  }),
]

const whatTheApiDoes = (api: RestApiBase): IWidget[] => [
  graph('API: requests, refused and failed', [
    api.metricCount({ period, statistic: Stats.SUM }),
    api.metricClientError({ period, statistic: Stats.SUM }),
    api.metricServerError({ period, statistic: Stats.SUM }),
  ]),
  graph('API: callers who proved to be nobody', [
    measured('CallersUnproven').with({ period, statistic: Stats.SUM }),
  ]),
  graph('API: milliseconds, median and 99 in 100', [
    api.metricLatency({ period, statistic: Stats.percentile(50) }),
    api.metricLatency({ period, statistic: Stats.percentile(99) }),
  ]),
]

const whatQueuesHold = (): IWidget[] => [
  graph('Inboxes and escalations: age of the oldest message', [
    ofQueues(
      'ApproximateAgeOfOldestMessage',
      '(inbox OR escalations OR holding) NOT (refused OR unsent)',
    ),
  ]),
  graph('Undeliverable: unsent, refused, left behind', [
    ofQueues('ApproximateNumberOfMessagesVisible', '(unsent OR refused OR left)'),
  ]),
]

const whatFunctionsDo = (): IWidget[] => [
  graph('Functions: errors', [ofFunctions('Errors', 'Sum')]),
  graph('Functions: throttles', [ofFunctions('Throttles', 'Sum')]),
  graph('Functions: longest run', [ofFunctions('Duration', 'Maximum')]),
  graph('Since when the oldest waits', [
    measured('OldestConcernWaiting'),
    measured('OldestMessageUnsent'),
    measured('OldestEntryUnsealed'),
  ]),
]

/** What a person on call reads in ten seconds: first what waits and for how long, then why it might. */
export const hubDashboard = (scope: Construct, id: string, api: RestApiBase): Dashboard =>
  new Dashboard(scope, id, {
    dashboardName: 'hub',
    defaultInterval: Duration.hours(3),
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      whatWaits(),
      whatIsRehearsed(),
      whatIsSetAside(),
      whatPeopleOwe(),
      whatQueuesHold(),
      whatTheApiDoes(api),
      whatFunctionsDo(),
    ],
  })
