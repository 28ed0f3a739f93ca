import { messageTypes, outboxMessageSchema, unpublished } from '../../outbox/outbox-message.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { leftOut, standIn } from './rows/stand-in.ts'

/** A message of a type that is not known here cannot be read: it waits, and is reported, until a release sends it that can. */
export const messageKind = rowKind({
  name: 'message',
  places: ['casework OUTBOX OUTBOX', 'casework DIGEST DIGEST'],
  content: 'message',
  shape: {
    status: outboxMessageSchema.shape.status,
    message: outboxMessageSchema,
    ...waitingShape,
  },
  standIns: [standIn(messageTypes, leftOut), standIn(unpublished, leftOut)],
})
