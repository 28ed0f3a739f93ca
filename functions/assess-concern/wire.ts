import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
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
import {
  commitWithdrawnIn,
  readChronologiesIn,
  readWithdrawalIn,
} from '../../shared/aws/dynamodb/withdrawals.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { deployedModel } from '../../shared/matching/deployed-model.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'assess-concern'>,
  world: World,
) => {
  const { store, keys } = clients
  const tables = {
    register: environment.REGISTER_TABLE,
    casework: environment.CASEWORK_TABLE,
    audit: environment.AUDIT_TABLE,
  }
  const index = {
    store,
    keys,
    table: tables.register,
    wrappingKey: environment.INDEX_KEY,
  }

  return createHandler({
    read: readConcernIn(store, tables.casework),
    gather: gatherFrom(store, tables, indexHasher(index, { mayMake: false })),
    recall: recallFrom(store, tables),
    readEarlier: readEarlierIn(store, tables.casework),
    commit: commitAssessmentIn(store, tables),
    rowIn: assessedIn,
    latestAssessment: latestAssessmentIn(store, tables.casework),
    readReview: readReviewIn(store, tables.casework),
    readChange: readConsentChangeIn(store, tables.casework),
    commitChange: commitConsentChangeIn(store, tables),
    readWithdrawal: readWithdrawalIn(store, tables.casework),
    readChronologies: readChronologiesIn(store, tables.casework),
    commitWithdrawn: commitWithdrawnIn(store, tables.casework),
    readEarlierConcerns: readEarlierConcernsIn(store, tables.casework),
    recorder: (now) => recorderFor({ actor: 'assess-concern' }, now, world.newId),
    model: deployedModel,
    trial: { needed: environment.TRIAL_MATCHES },
    ...world,
  })
}
