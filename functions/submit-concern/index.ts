import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { commitConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { publicKeyPem } from '../../shared/aws/kms/token-key.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const { AUDIT_TABLE, CASEWORK_TABLE, ISSUER, TOKEN_KEY } = readEnvironment(
  'submit-concern',
  process.env,
)
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded({
    issuer: ISSUER,
    publicKey: () => publicKeyPem(kms, TOKEN_KEY),
    record: recordEntriesIn(dynamodb, AUDIT_TABLE),
    log: createLog('submit-concern'),
    now: () => new Date(),
    newId,
  }),
  commit: commitConcernIn(dynamodb, { casework: CASEWORK_TABLE, audit: AUDIT_TABLE }),
})
