import { keysOf } from '../kernel/keys-of.ts'
import { type Measured, measures, metricNamespace } from '../kernel/measures.ts'

/**
 * Numbers as fields of a line from which CloudWatch makes metrics: written as a log is, so that no function calls it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const embeddedMetrics = (measured: Measured, at: Date) => ({
  _aws: {
    Timestamp: at.getTime(),
    CloudWatchMetrics: [
      {
        Namespace: metricNamespace,
        Dimensions: [[]],
        Metrics: keysOf(measures)
          .filter((Name) => measured[Name] !== undefined)
          .map((Name) => ({ Name, Unit: measures[Name] })),
      },
    ],
  },
  ...measured,
})
