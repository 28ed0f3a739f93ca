import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import { messageOfRow } from './alert-rows.ts'
import { concernOf } from './concern-rows.ts'

const rowOf = ({ dynamodb }: DynamoDBRecord): Record<string, unknown> => {
  if (dynamodb?.NewImage === undefined) throw new Error('a stream record without its new image')
  return unmarshall(dynamodb.NewImage as Record<string, AttributeValue>)
}

/** The concern in a stream record. @throws ZodError, whose message a log must not repeat, when the row is not one */
export const concernIn = (record: DynamoDBRecord): StoredConcern => concernOf(rowOf(record))

/** The outbox message in a stream record. */
export const messageIn = (record: DynamoDBRecord): OutboxMessage => messageOfRow(rowOf(record))
