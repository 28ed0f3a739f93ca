import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { latestAssessmentIn, readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import {
  commitConsentChangeIn,
  readConsentChangeIn,
} from '../../shared/aws/dynamodb/consent-changes.ts'
import { readEarlierConcernsIn } from '../../shared/aws/dynamodb/earlier-concerns.ts'
import { gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import { readEarlierIn, recallFrom } from '../../shared/aws/dynamodb/recall.ts'
import { readReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { assessedIn } from '../../shared/aws/dynamodb/stream.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { deployedModel } from '../../shared/matching/deployed-model.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('assess-concern', process.env)
const tables = {
  register: environment.REGISTER_TABLE,
  casework: environment.CASEWORK_TABLE,
  audit: environment.AUDIT_TABLE,
}
const dynamodb = new DynamoDBClient({})
const index = {
  dynamodb,
  kms: new KMSClient({}),
  table: tables.register,
  wrappingKey: environment.INDEX_KEY,
}

export const handler = createHandler({
  read: readConcernIn(dynamodb, tables.casework),
  gather: gatherFrom(dynamodb, tables, indexHasher(index, { mayMake: false })),
  recall: recallFrom(dynamodb, tables),
  readEarlier: readEarlierIn(dynamodb, tables.casework),
  commit: commitAssessmentIn(dynamodb, tables),
  rowIn: assessedIn,
  latestAssessment: latestAssessmentIn(dynamodb, tables.casework),
  readReview: readReviewIn(dynamodb, tables.casework),
  readChange: readConsentChangeIn(dynamodb, tables.casework),
  commitChange: commitConsentChangeIn(dynamodb, tables),
  readEarlierConcerns: readEarlierConcernsIn(dynamodb, tables.casework),
  recorder: (now) => recorderFor({ actor: 'assess-concern' }, now, newId),
  model: deployedModel,
  trial: { needed: environment.TRIAL_MATCHES },
  log: createLog('assess-concern'),
  now: () => new Date(),
  newId,
})
