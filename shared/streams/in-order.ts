import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { framesOf } from '../logging/frames-of.ts'
import { joining } from '../logging/joined.ts'
import type { Log, LogFields } from '../logging/logger.ts'
import { idsOfRecord } from './joined-ids.ts'

/** What is said of a record once it is handled; nothing where there is nothing to say. */
type Handle = (record: DynamoDBRecord) => Promise<LogFields | undefined>

/** A row that this code does not know how to read. To try it again mends nothing: only other code can. */
const isUnreadable = (error: unknown): boolean => error instanceof z.ZodError

/** Whether the stream may go on after this record. */
const isPassed = async (record: DynamoDBRecord, handle: Handle, log: Log): Promise<boolean> => {
  try {
    const said = await handle(record)
    if (said !== undefined) log('info', 'RECORD_COMPLETED', said)
    return true
  } catch (error) {
    log('error', 'RECORD_FAILED', {
      errorName: error instanceof Error ? error.name : 'unknown',
      frames: framesOf(error),
    })
    return isUnreadable(error)
  }
}

/**
 * Handles a stream's records one after another. A failure ends the batch and says where, so that nothing is skipped: the
 * stream comes back to it, and the sweep after that. Only a row that cannot be read is passed over, so that it stops
 * nobody else's; it still waits, and the sweep reports it every minute. Errors are logged by name and frames only.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const inOrder =
  (handle: Handle, log: Log) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records)
      if (!(await joining(idsOfRecord(record), () => isPassed(record, handle, log))))
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    return { batchItemFailures: [] }
  }
