import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { commitRegisterIn, readRegisterIn } from '../../shared/aws/dynamodb/register.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import { publicKeyPem } from '../../shared/aws/kms/token-key.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('maintain-register', process.env)
const { AUDIT_TABLE: audit, REGISTER_TABLE: register, ISSUER, TOKEN_KEY, INDEX_KEY } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded({
    issuer: ISSUER,
    publicKey: () => publicKeyPem(kms, TOKEN_KEY),
    record: recordEntriesIn(dynamodb, audit),
    log: createLog('maintain-register'),
    now: () => new Date(),
    newId,
  }),
  read: readRegisterIn(dynamodb, register),
  hashKeys: indexHasher(
    { dynamodb, kms, table: register, wrappingKey: INDEX_KEY },
    { mayMake: true },
  ),
  commit: commitRegisterIn(dynamodb, { register, audit }),
})
