import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { commitChallengeIn } from '../../shared/aws/dynamodb/commit-challenge.ts'
import { assessmentBehindIn, readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { rememberedUseIn } from '../../shared/aws/dynamodb/idempotency.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('challenge-answer', process.env)
const { AUDIT_TABLE, CASEWORK_TABLE } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('challenge-answer'))),
  readConcern: readConcernIn(dynamodb, CASEWORK_TABLE),
  readAlert: readAlertIn(dynamodb, CASEWORK_TABLE),
  assessmentBehind: assessmentBehindIn(dynamodb, CASEWORK_TABLE),
  recall: rememberedUseIn(dynamodb, CASEWORK_TABLE),
  commit: commitChallengeIn(dynamodb, { casework: CASEWORK_TABLE, audit: AUDIT_TABLE }),
})
