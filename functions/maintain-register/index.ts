import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { commitRegisterIn, readRegisterIn } from '../../shared/aws/dynamodb/register.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('maintain-register', process.env)
const {
  AUDIT_TABLE: audit,
  CASEWORK_TABLE: casework,
  REGISTER_TABLE: register,
  INDEX_KEY,
} = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('maintain-register'))),
  read: readRegisterIn(dynamodb, register),
  hashKeys: indexHasher(
    { dynamodb, kms, table: register, wrappingKey: INDEX_KEY },
    { mayMake: true },
  ),
  commit: commitRegisterIn(dynamodb, { register, casework, audit }),
})
