import type { Clients } from '../../shared/aws/clients.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { readAssessmentIn, readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { gatherAdultsFrom } from '../../shared/aws/dynamodb/gather.ts'
import { readEarlierIn, recallFrom } from '../../shared/aws/dynamodb/recall.ts'
import { listReviewsIn, proposeReviewIn, readReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'review-concerns'>,
  world: World,
) => {
  const { store, keys } = clients
  const { AUDIT_TABLE: audit, CASEWORK_TABLE: casework, REGISTER_TABLE: register } = environment

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    list: listReviewsIn(store, casework),
    readReview: readReviewIn(store, casework),
    read: readConcernIn(store, casework),
    readAssessment: readAssessmentIn(store, casework),
    gatherAdults: gatherAdultsFrom(store, { register, casework }),
    recall: recallFrom(store, { register, casework }),
    readEarlier: readEarlierIn(store, casework),
    propose: proposeReviewIn(store, { casework, audit }),
    commit: commitAssessmentIn(store, { casework, audit }),
    cursors: cursorsOf(keys, environment.CURSOR_KEY),
  })
}
