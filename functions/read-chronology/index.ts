import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { readEntriesOfChildIn } from '../../shared/aws/dynamodb/chronology.ts'
import { readChildIn } from '../../shared/aws/dynamodb/register.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('read-chronology', process.env)
const { REGISTER_TABLE, CASEWORK_TABLE, CURSOR_KEY } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('read-chronology'))),
  readChild: readChildIn(dynamodb, REGISTER_TABLE),
  readEntries: readEntriesOfChildIn(dynamodb, CASEWORK_TABLE),
  cursors: cursorsOf(kms, CURSOR_KEY),
})
