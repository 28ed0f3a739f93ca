import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { countedIn } from '../../shared/aws/dynamodb/alert-volume.ts'
import { listAlertsIn, readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { assessmentBehindIn } from '../../shared/aws/dynamodb/concerns.ts'
import { relatedIn } from '../../shared/aws/dynamodb/related-alerts.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('read-alerts', process.env)
const { CASEWORK_TABLE, CURSOR_KEY } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('read-alerts'))),
  read: readAlertIn(dynamodb, CASEWORK_TABLE),
  related: relatedIn(dynamodb, CASEWORK_TABLE),
  assessmentBehind: assessmentBehindIn(dynamodb, CASEWORK_TABLE),
  list: listAlertsIn(dynamodb, CASEWORK_TABLE),
  counted: countedIn(dynamodb, CASEWORK_TABLE),
  cursors: cursorsOf(kms, CURSOR_KEY),
})
