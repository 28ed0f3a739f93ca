import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { framesOf } from '../logging/frames-of.ts'
import type { Log, LogFields } from '../logging/logger.ts'

/**
 * Handles a stream's records one after another. The first failure ends the batch and says where, so that nothing is
 * skipped: the stream comes back to it, and the sweep after that. Errors are logged by name and frames only.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const inOrder =
  (handle: (record: DynamoDBRecord) => Promise<LogFields>, log: Log) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      try {
        log('info', 'RECORD_COMPLETED', await handle(record))
      } catch (error) {
        log('error', 'RECORD_FAILED', {
          errorName: error instanceof Error ? error.name : 'unknown',
          frames: framesOf(error),
        })
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
      }
    }
    return { batchItemFailures: [] }
  }
