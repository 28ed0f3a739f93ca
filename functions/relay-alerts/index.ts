import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SNSClient } from '@aws-sdk/client-sns'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { markSentIn, readMessageIn } from '../../shared/aws/dynamodb/outbox.ts'
import { messageIn } from '../../shared/aws/dynamodb/stream.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { publishTo } from '../../shared/aws/sns/publish.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const { API_URL, AUDIT_TABLE, CASEWORK_TABLE, TOPIC_ARNS } = readEnvironment(
  'relay-alerts',
  process.env,
)
const dynamodb = new DynamoDBClient({})

export const handler = createHandler({
  read: readMessageIn(dynamodb, CASEWORK_TABLE),
  publish: publishTo(new SNSClient({}), TOPIC_ARNS),
  markSent: markSentIn(dynamodb, { casework: CASEWORK_TABLE, audit: AUDIT_TABLE }),
  messageIn,
  recorder: (now) => recorderFor({ actor: 'relay-alerts' }, now, newId),
  apiUrl: API_URL,
  log: createLog('relay-alerts'),
  now: () => new Date(),
})
