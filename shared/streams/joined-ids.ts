import type { DynamoDBRecord } from 'aws-lambda'
import type { Waiting } from '../casework/waiting.ts'
import type { JoinedIds } from '../logging/joined.ts'

/** What a partition belongs to, by what it begins with. Behind a message is an alert or a review. */
const fields: Readonly<Record<string, keyof JoinedIds>> = {
  CONCERN: 'concernId',
  ALERT: 'alertId',
  REVIEW: 'reviewId',
  OUTBOX: 'recordId',
}

/** By what the lines of a stream's record are found, from its key: also where the row itself cannot be read. */
export const idsOfRecord = ({ dynamodb }: DynamoDBRecord): JoinedIds => {
  const [of, id] = dynamodb?.Keys?.['pk']?.S?.split('#') ?? []
  const field = fields[of ?? '']
  return field === undefined || id === undefined ? {} : { [field]: id }
}

/** By what the lines of a row that a sweep attends to are found; of many together none. */
export const idsOfWaiting = (waiting: Readonly<Record<string, unknown>> | Waiting): JoinedIds => {
  const { concernId, alertId, reviewId, recordId }: Readonly<Record<string, unknown>> = waiting
  const ids = { concernId, alertId, reviewId, recordId }
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => typeof id === 'string'))
}
