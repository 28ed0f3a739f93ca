import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { SNSClient } from '@aws-sdk/client-sns'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { commitAlertIn, readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { latestAssessmentIn, readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import {
  commitConsentChangeIn,
  readConsentChangeIn,
} from '../../shared/aws/dynamodb/consent-changes.ts'
import { readEarlierConcernsIn } from '../../shared/aws/dynamodb/earlier-concerns.ts'
import { gatherAdultsFrom, gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import {
  markHouseholdAppliedIn,
  readHeadsIn,
  readHouseholdChangeIn,
} from '../../shared/aws/dynamodb/household-changes.ts'
import {
  markDigestSentIn,
  markSentIn,
  readMessageIn,
  readPendingIn,
} from '../../shared/aws/dynamodb/outbox.ts'
import { readEarlierIn, recallFrom } from '../../shared/aws/dynamodb/recall.ts'
import { readReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { listWaitingIn } from '../../shared/aws/dynamodb/waiting.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { publishTo } from '../../shared/aws/sns/publish.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { createLog } from '../../shared/logging/logger.ts'
import { deployedModel } from '../../shared/matching/deployed-model.ts'
import { createHandler } from './handler.ts'

const environment = readEnvironment('watch-clocks', process.env)
const { AUDIT_TABLE: audit, CASEWORK_TABLE: casework, REGISTER_TABLE: register } = environment
const dynamodb = new DynamoDBClient({})
const index = {
  dynamodb,
  kms: new KMSClient({}),
  table: register,
  wrappingKey: environment.INDEX_KEY,
}
const timed = {
  recorder: (now: Date) => recorderFor({ actor: 'watch-clocks' }, now, newId),
  now: () => new Date(),
}

const leaving = {
  ...timed,
  publish: publishTo(new SNSClient({}), environment.TOPIC_ARNS),
  apiUrl: environment.API_URL,
}

const deciding = {
  ...timed,
  read: readConcernIn(dynamodb, casework),
  latestAssessment: latestAssessmentIn(dynamodb, casework),
  recall: recallFrom(dynamodb, { register, casework }),
  commit: commitAssessmentIn(dynamodb, { casework, audit }),
  newId,
}

export const handler = createHandler({
  ...timed,
  assess: {
    ...deciding,
    gather: gatherFrom(dynamodb, { register, casework }, indexHasher(index, { mayMake: false })),
    readEarlier: readEarlierIn(dynamodb, casework),
    readChange: readConsentChangeIn(dynamodb, casework),
    commitChange: commitConsentChangeIn(dynamodb, { casework, audit }),
    readEarlierConcerns: readEarlierConcernsIn(dynamodb, casework),
    model: deployedModel,
    trial: { needed: environment.TRIAL_MATCHES },
    readReview: readReviewIn(dynamodb, casework),
  },
  household: {
    ...deciding,
    gatherAdults: gatherAdultsFrom(dynamodb, { register, casework }),
    readChange: readHouseholdChangeIn(dynamodb, casework),
    readHeads: readHeadsIn(dynamodb, { register, casework }),
    markApplied: markHouseholdAppliedIn(dynamodb, casework),
  },
  relay: {
    ...leaving,
    read: readMessageIn(dynamodb, casework),
    markSent: markSentIn(dynamodb, { casework, audit }),
  },
  digest: {
    ...leaving,
    readPending: readPendingIn(dynamodb, casework),
    markSent: markDigestSentIn(dynamodb, { casework, audit }),
  },
  chase: {
    ...timed,
    readAlert: readAlertIn(dynamodb, casework),
    commitAlert: commitAlertIn(dynamodb, { casework, audit }),
  },
  listWaiting: listWaitingIn(dynamodb, casework),
  log: createLog('watch-clocks'),
})
