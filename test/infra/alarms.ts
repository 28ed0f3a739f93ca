import { readable } from './readable.ts'
import { type Resource, resourcesOf, type Templates } from './synth.ts'

const comparisons: Readonly<Record<string, string>> = {
  GreaterThanThreshold: '>',
  GreaterThanOrEqualToThreshold: '>=',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '<=',
}

const lineOf = ({ Properties }: Resource): string => {
  const { AlarmName, Namespace, MetricName, Statistic, Period, Dimensions, ...more } = Properties
  const { ComparisonOperator, Threshold, EvaluationPeriods, TreatMissingData, ...rest } = more
  const { AlarmActions, AlarmDescription: _, Tags: __, ...unusual } = rest
  return [
    readable(AlarmName),
    `${readable(Statistic)} of ${readable(Namespace)} ${readable(MetricName)} in ${readable(Period)} s, ${readable(EvaluationPeriods)} time(s)`,
    `of ${readable(Dimensions ?? 'all')}`,
    `${comparisons[readable(ComparisonOperator)] ?? readable(ComparisonOperator)} ${readable(Threshold)}`,
    `missing data ${readable(TreatMissingData)}`,
    `rings ${readable(AlarmActions)}`,
    ...(Object.keys(unusual).length > 0 ? [readable(unusual)] : []),
  ].join(' | ')
}

/** Every alarm on a line: what it measures, when it rings, what silence means to it, and whom it wakes. */
export const alarmsOf = (templates: Templates): readonly string[] =>
  Object.values(resourcesOf(templates, 'AWS::CloudWatch::Alarm')).map(lineOf).toSorted()

/** Every filter that makes a metric of lines of a log. */
export const metricFiltersOf = (templates: Templates): readonly string[] =>
  Object.values(resourcesOf(templates, 'AWS::Logs::MetricFilter'))
    .map(({ Properties: { LogGroupName, FilterPattern, MetricTransformations } }) =>
      [LogGroupName, FilterPattern, MetricTransformations].map(readable).join(' | '),
    )
    .toSorted()
