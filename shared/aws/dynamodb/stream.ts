import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import type { ConsentChange } from '../../concerns/consent-change.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { RecordedWithdrawal } from '../../concerns/withdrawal.ts'
import { HubError } from '../../kernel/hub-error.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import { messageOfRow } from './alert-rows.ts'
import { asRow } from './as-row.ts'
import { newlyReceivedIn } from './concern-rows.ts'
import { consentChangeOf } from './consent-changes.ts'
import { withdrawalOf } from './withdrawals.ts'

const rowOf = ({ dynamodb }: DynamoDBRecord): Record<string, unknown> => {
  const image = dynamodb?.NewImage
  if (image === undefined)
    throw new HubError('row-unreadable', 'a stream record without its new image')
  return asRow(image as Record<string, AttributeValue>)
}

/** The concern, change of consent or withdrawal that was received, in a stream record. @throws ZodError, whose message a log must not repeat */
export const assessedIn = (
  record: DynamoDBRecord,
):
  | { readonly stored: StoredConcern }
  | { readonly change: ConsentChange }
  | { readonly withdrawal: RecordedWithdrawal } => {
  const row = rowOf(record)
  if ('withdrawal' in row) return { withdrawal: withdrawalOf(row) }
  return 'change' in row ? { change: consentChangeOf(row) } : { stored: newlyReceivedIn(row) }
}

/** The outbox message in a stream record. */
export const messageIn = (record: DynamoDBRecord): OutboxMessage => messageOfRow(rowOf(record))
