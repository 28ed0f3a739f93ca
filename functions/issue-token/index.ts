import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { readClientIn, spendAssertionIn } from '../../shared/aws/dynamodb/clients.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { signWith } from '../../shared/aws/kms/token-key.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { accessTokenClaims, signAccessToken, verifyAssertion } from '../../shared/http/tokens.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('issue-token', process.env)
const {
  AUDIT_TABLE: audit,
  CASEWORK_TABLE: casework,
  ISSUER: issuer,
  TOKEN_AUDIENCES: audiences,
} = environment
const dynamodb = new DynamoDBClient({})
const sign = signWith(new KMSClient({}), environment.TOKEN_KEY)

export const handler = createHandler({
  readClient: readClientIn(dynamodb, casework),
  verifyAssertion: (assertion, client, now) =>
    verifyAssertion(assertion, client, { audiences, now }),
  spend: spendAssertionIn(dynamodb, { casework, audit }),
  sign: (client, scope, now) =>
    signAccessToken(accessTokenClaims(client, scope, { issuer, now, jti: newId(now) }), sign),
  record: recordEntriesIn(dynamodb, audit),
  recorder: (clientId, now) => recorderFor({ actor: clientId }, now, newId),
  log: createLog('issue-token'),
  now: () => new Date(),
})
