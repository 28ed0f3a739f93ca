import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { commitAlertIn, readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { relatedIn, unreadAmongIn } from '../../shared/aws/dynamodb/related-alerts.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('answer-alert', process.env)
const { AUDIT_TABLE, CASEWORK_TABLE } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('answer-alert'))),
  readAlert: readAlertIn(dynamodb, CASEWORK_TABLE),
  readConcern: readConcernIn(dynamodb, CASEWORK_TABLE),
  related: relatedIn(dynamodb, CASEWORK_TABLE),
  unreadAmong: unreadAmongIn(dynamodb, CASEWORK_TABLE),
  commit: commitAlertIn(dynamodb, { casework: CASEWORK_TABLE, audit: AUDIT_TABLE }),
})
