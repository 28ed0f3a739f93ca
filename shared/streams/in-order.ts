import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { HubError } from '../kernel/hub-error.ts'
import { framesOf } from '../logging/frames-of.ts'
import { joining } from '../logging/joined.ts'
import type { Log, LogFields } from '../logging/logger.ts'
import { idsOfRecord } from './joined-ids.ts'

/** What is said of a record once it is handled; nothing where there is nothing to say. */
type Handle = (record: DynamoDBRecord) => Promise<LogFields | undefined>

/** A row that this code does not know how to read. To try it again mends nothing: only other code can. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof z.ZodError || (error instanceof HubError && error.code === 'row-unreadable')

export type InOrder = {
  readonly log: Log
  /** Whether what a record is about waits in a row of its own, so that the sweep finds it within a minute. */
  readonly isSwept: boolean
}

/** Whether the stream may go on after this record. */
const isPassed = async (
  record: DynamoDBRecord,
  handle: Handle,
  { log, isSwept }: InOrder,
): Promise<boolean> => {
  try {
    const said = await handle(record)
    if (said !== undefined) log('info', 'RECORD_COMPLETED', said)
    return true
  } catch (error) {
    const isLeft = isUnreadable(error)
    // What the sweep finds it sets aside, and tells of it once.
    log(isLeft && isSwept ? 'warn' : 'error', 'RECORD_FAILED', {
      errorName: error instanceof Error ? error.name : 'unknown',
      frames: framesOf(error),
    })
    return isLeft
  }
}

/**
 * Handles a stream's records one after another. A failure ends the batch and says where, so that nothing is skipped: the
 * stream comes back to it, and the sweep after that. Only a row that cannot be read is passed over, so that it stops
 * nobody else's: it still waits, and the sweep sets it aside. Errors are logged by name and frames only.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const inOrder =
  (handle: Handle, { log, isSwept }: InOrder) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records)
      if (!(await joining(idsOfRecord(record), () => isPassed(record, handle, { log, isSwept }))))
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    return { batchItemFailures: [] }
  }
