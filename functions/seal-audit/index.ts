import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import {
  appendIn,
  keepCheckpointIn,
  readCheckpointIn,
  readHeadIn,
} from '../../shared/aws/dynamodb/audit-log.ts'
import { readUnsealedIn } from '../../shared/aws/dynamodb/unsealed-entries.ts'
import { signNoteWith } from '../../shared/aws/kms/log-key.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const {
  AUDIT_TABLE: table,
  LOG_KEY: key,
  LOG_ORIGIN: origin,
} = readEnvironment('seal-audit', process.env)
const dynamodb = new DynamoDBClient({})

export const handler = createHandler({
  readUnsealed: readUnsealedIn(dynamodb, table),
  readHead: readHeadIn(dynamodb, table),
  append: appendIn(dynamodb, table),
  readCheckpoint: readCheckpointIn(dynamodb, table),
  keepCheckpoint: keepCheckpointIn(dynamodb, table),
  sign: signNoteWith(new KMSClient({}), key, origin),
  origin,
  log: createLog('seal-audit'),
})
