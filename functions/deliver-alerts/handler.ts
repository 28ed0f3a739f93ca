import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import {
  type DeliverChangeDeps,
  type DeliverChangeResult,
  deliverChange,
} from '../../shared/casework/deliver-change.ts'
import {
  type DeliverMessageDeps,
  type DeliverMessageResult,
  deliverMessage,
} from '../../shared/casework/deliver-message.ts'
import type { Outgoing, Pushed } from '../../shared/casework/push-or-enqueue.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'

export type Deps = DeliverMessageDeps & DeliverChangeDeps & { readonly log: Log }

/** Its queue is named for whoever reads it. */
const handedOut = ({ body, eventSourceARN, receiptHandle, attributes }: SQSRecord): Outgoing => ({
  queue: eventSourceARN.replace(/^.*:hub-outgoing-/, ''),
  text: body,
  sentAt: new Date(Number(attributes.SentTimestamp)),
  attempt: Number(attributes.ApproximateReceiveCount),
  receipt: receiptHandle,
})

type Said = Parameters<Log>[2]

const tellPushed = (
  log: Log,
  result: { readonly kind: 'postponed' | 'given-up'; readonly pushed: Pushed },
  said: Said,
): void => {
  const { kind, pushed } = result
  const answer = 'status' in pushed ? { status: pushed.status } : { event: pushed.why }
  if (kind === 'given-up') log('error', 'PUSH_GIVEN_UP', { ...said, ...answer })
  else log('warn', 'PUSH_FAILED', { ...said, ...answer })
}

/** What whoever is on call must see, and what tells how it went. */
const tell = (log: Log, result: DeliverMessageResult, of: Said): void => {
  if (result.kind === 'unreadable') {
    log('error', 'RECORD_FAILED', { ...of, kind: result.kind })
    return
  }
  const { left, alertId } = result
  const said = { ...of, ...(alertId !== undefined && { alertId }) }
  if (left.kind === 'reference' && left.why === 'no-sealing-key')
    log('error', 'NO_SEALING_KEY', said)
  if (left.kind === 'reference' && left.why === 'too-large') log('warn', 'CONTENT_TOO_LARGE', said)
  if (result.kind === 'delivered') log('info', 'RECORD_COMPLETED', { ...said, kind: left.kind })
  else tellPushed(log, result, said)
}

const tellOfChange = (log: Log, result: DeliverChangeResult, of: Said): void => {
  if (result.kind === 'unreadable') {
    log('error', 'RECORD_FAILED', { ...of, kind: result.kind })
    return
  }
  const said = { ...of, concernId: result.concernId }
  if (result.kind === 'delivered') log('info', 'RECORD_COMPLETED', { ...said, kind: 'change' })
  else if (result.kind === 'ended') log('info', 'RECORD_COMPLETED', { ...said, kind: 'ended' })
  else tellPushed(log, result, said)
}

const deliver = async (message: Outgoing, deps: Deps): Promise<{ readonly kind: string }> => {
  const { queue, attempt } = message
  const [, agency] = /^changes-(.+)$/.exec(queue) ?? []
  if (agency === undefined) {
    const authority = authorityCodeSchema.parse(queue)
    const result = await deliverMessage({ ...message, authority }, deps)
    tell(deps.log, result, { authority, attempt })
    return result
  }
  const result = await deliverChange({ ...message, agency }, deps)
  tellOfChange(deps.log, result, { agency, attempt })
  return result
}

/** Whether the queue may forget the message. */
const isDone = async (record: SQSRecord, deps: Deps): Promise<boolean> => {
  try {
    const { kind } = await deliver(handedOut(record), deps)
    return kind !== 'postponed'
  } catch (error) {
    reportFailure(deps.log, 'delivery', error)
    return false
  }
}

/** Messages of one reader, side by side; those that were not taken stay in its queue. */
export const createHandler =
  (deps: Deps) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const done = await Promise.all(Records.map((record) => isDone(record, deps)))
    const failed = Records.filter((_, at) => done[at] === false)
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  }
