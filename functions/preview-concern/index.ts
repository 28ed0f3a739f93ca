import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import { recallFrom } from '../../shared/aws/dynamodb/recall.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { deployedModel } from '../../shared/matching/deployed-model.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('preview-concern', process.env)
const { CASEWORK_TABLE: casework, REGISTER_TABLE: register } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})
const index = { dynamodb, kms, table: register, wrappingKey: environment.INDEX_KEY }

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('preview-concern'))),
  gather: gatherFrom(dynamodb, { register, casework }, indexHasher(index, { mayMake: false })),
  recall: recallFrom(dynamodb, { register, casework }),
  model: deployedModel,
  trial: { needed: environment.TRIAL_MATCHES },
})
