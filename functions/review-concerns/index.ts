import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { readAssessmentIn, readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { gatherAdultsFrom } from '../../shared/aws/dynamodb/gather.ts'
import { readEarlierIn, recallFrom } from '../../shared/aws/dynamodb/recall.ts'
import { listReviewsIn, proposeReviewIn, readReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('review-concerns', process.env)
const { AUDIT_TABLE: audit, CASEWORK_TABLE: casework, REGISTER_TABLE: register } = environment
const dynamodb = new DynamoDBClient({})
const kms = new KMSClient({})

export const handler = createHandler({
  ...guarded(guardDepsFrom({ dynamodb, kms }, environment, createLog('review-concerns'))),
  list: listReviewsIn(dynamodb, casework),
  readReview: readReviewIn(dynamodb, casework),
  read: readConcernIn(dynamodb, casework),
  readAssessment: readAssessmentIn(dynamodb, casework),
  gatherAdults: gatherAdultsFrom(dynamodb, { register, casework }),
  recall: recallFrom(dynamodb, { register, casework }),
  readEarlier: readEarlierIn(dynamodb, casework),
  propose: proposeReviewIn(dynamodb, { casework, audit }),
  commit: commitAssessmentIn(dynamodb, { casework, audit }),
  cursors: cursorsOf(kms, environment.CURSOR_KEY),
})
