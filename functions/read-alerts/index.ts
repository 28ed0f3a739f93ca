import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { listAlertsIn, readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { publicKeyPem } from '../../shared/aws/kms/token-key.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const { AUDIT_TABLE, CASEWORK_TABLE, CURSOR_KEY, ISSUER, TOKEN_KEY } = readEnvironment(
  'read-alerts',
  process.env,
)
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded({
    issuer: ISSUER,
    publicKey: () => publicKeyPem(kms, TOKEN_KEY),
    record: recordEntriesIn(dynamodb, AUDIT_TABLE),
    log: createLog('read-alerts'),
    now: () => new Date(),
    newId,
  }),
  read: readAlertIn(dynamodb, CASEWORK_TABLE),
  list: listAlertsIn(dynamodb, CASEWORK_TABLE),
  cursors: cursorsOf(kms, CURSOR_KEY),
})
