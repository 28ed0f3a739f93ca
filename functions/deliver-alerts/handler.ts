import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import {
  type DeliverMessageDeps,
  type DeliverMessageResult,
  deliverMessage,
  type HandedOut,
} from '../../shared/casework/deliver-message.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'

export type Deps = DeliverMessageDeps & { readonly log: Log }

/** Its queue is named for the authority. */
const handedOut = ({ body, eventSourceARN, receiptHandle, attributes }: SQSRecord): HandedOut => ({
  authority: authorityCodeSchema.parse(eventSourceARN.slice(-9)),
  text: body,
  sentAt: new Date(Number(attributes.SentTimestamp)),
  attempt: Number(attributes.ApproximateReceiveCount),
  receipt: receiptHandle,
})

/** What whoever is on call must see, and what tells how it went. */
const tell = (log: Log, { authority, attempt }: HandedOut, result: DeliverMessageResult): void => {
  if (result.kind === 'unreadable') {
    log('error', 'RECORD_FAILED', { authority, kind: result.kind })
    return
  }
  const { left, alertId, kind } = result
  const said = { authority, attempt, ...(alertId !== undefined && { alertId }) }
  if (left.kind === 'reference' && left.why === 'no-sealing-key')
    log('error', 'NO_SEALING_KEY', said)
  if (left.kind === 'reference' && left.why === 'too-large') log('warn', 'CONTENT_TOO_LARGE', said)
  if (result.kind === 'delivered') {
    log('info', 'RECORD_COMPLETED', { ...said, kind: left.kind })
    return
  }
  const { pushed } = result
  const answer = 'status' in pushed ? { status: pushed.status } : { event: pushed.why }
  if (kind === 'given-up') log('error', 'PUSH_GIVEN_UP', { ...said, ...answer })
  else log('warn', 'PUSH_FAILED', { ...said, ...answer })
}

/** Whether the queue may forget the message. */
const isDone = async (record: SQSRecord, deps: Deps): Promise<boolean> => {
  try {
    const message = handedOut(record)
    const result = await deliverMessage(message, deps)
    tell(deps.log, message, result)
    return result.kind !== 'postponed'
  } catch (error) {
    reportFailure(deps.log, 'delivery', error)
    return false
  }
}

/** Messages of one authority, side by side; those that were not taken stay in its queue. */
export const createHandler =
  (deps: Deps) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const done = await Promise.all(Records.map((record) => isDone(record, deps)))
    const failed = Records.filter((_, at) => done[at] === false)
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  }
