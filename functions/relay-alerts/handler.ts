import type { DynamoDBRecord } from 'aws-lambda'
import { type RelayMessageDeps, relayMessage } from '../../shared/casework/relay-message.ts'
import type { Log } from '../../shared/logging/logger.ts'
import type { OutboxMessage } from '../../shared/outbox/outbox-message.ts'
import { inOrder } from '../../shared/streams/in-order.ts'

export type Deps = RelayMessageDeps & {
  readonly log: Log
  readonly messageIn: (record: DynamoDBRecord) => OutboxMessage
}

/** The casework stream, filtered to outbox messages. */
export const createHandler = (deps: Deps) =>
  inOrder(
    async (record) => {
      const message = deps.messageIn(record)
      const { kind } = await relayMessage(message, deps)
      return { kind }
    },
    { log: deps.log, isSwept: true },
  )
