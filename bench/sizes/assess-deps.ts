import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { readAgreementsIn } from '../../shared/aws/dynamodb/agreements.ts'
import { readAlertsIn } from '../../shared/aws/dynamodb/alerts.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { readConcernsIn, readTellingsIn } from '../../shared/aws/dynamodb/concerns.ts'
import { gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import { gatherAroundFrom } from '../../shared/aws/dynamodb/gather-around.ts'
import { readReviewsIn } from '../../shared/aws/dynamodb/reviews.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { newId } from '../../shared/aws/new-id.ts'
import type { AssessConcernDeps } from '../../shared/casework/assess-concern.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import type { IndexKey } from '../../shared/matching/index-keys.ts'
import { hashOf } from './hash-of.ts'

export const tables = { register: 'register', casework: 'casework', audit: 'audit' } as const

/** Keys are hashed as the hub does it, by a key that is at hand. */
export const hashKeys = (keys: readonly IndexKey[]): Promise<readonly string[]> =>
  Promise.resolve(keys.map(hashOf))

/** What an assessment reads and writes, by the hub's own adapters over this store. */
export const assessDepsOver = (store: Store, now: Date): AssessConcernDeps => ({
  read: () => Promise.resolve(undefined),
  gather: gatherFrom(store, tables, hashKeys),
  gatherAround: gatherAroundFrom(store, tables, hashKeys),
  readAgreements: readAgreementsIn(store, tables.casework),
  readTellings: readTellingsIn(store, tables.casework),
  readConcerns: readConcernsIn(store, tables.casework),
  readAlerts: readAlertsIn(store, tables.casework),
  readReviews: readReviewsIn(store, tables.casework),
  commit: commitAssessmentIn(store, tables),
  recorder: (at) => recorderFor({ actor: 'bench' }, at, newId),
  model: defaultModel,
  trial: { needed: 0, authorities: [] },
  newId,
  now: () => now,
})
