import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { commitConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('submit-concern', process.env)
const { AUDIT_TABLE, CASEWORK_TABLE } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('submit-concern'))),
  commit: commitConcernIn(dynamodb, { casework: CASEWORK_TABLE, audit: AUDIT_TABLE }),
})
