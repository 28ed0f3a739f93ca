import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { commitConsentIn } from '../../shared/aws/dynamodb/consent-changes.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('change-consent', process.env)
const { AUDIT_TABLE: audit, CASEWORK_TABLE: casework } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('change-consent'))),
  read: readConcernIn(dynamodb, casework),
  commit: commitConsentIn(dynamodb, { casework, audit }),
})
