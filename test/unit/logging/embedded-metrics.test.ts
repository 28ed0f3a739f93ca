import { expect, it } from 'vitest'
import { embeddedMetrics } from '../../../shared/logging/embedded-metrics.ts'

const at = new Date('2026-11-24T10:00:00Z')

it('become metrics of the hub without a dimension, each with its unit', () => {
  expect(embeddedMetrics({ ConcernsWaiting: 2, OldestConcernWaiting: 61 }, at)).toEqual({
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'safeguarding-hub',
          Dimensions: [[]],
          Metrics: [
            { Name: 'ConcernsWaiting', Unit: 'Count' },
            { Name: 'OldestConcernWaiting', Unit: 'Seconds' },
          ],
        },
      ],
    },
    ConcernsWaiting: 2,
    OldestConcernWaiting: 61,
  })
})
