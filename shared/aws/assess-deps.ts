import type { AssessDeps } from '../casework/assess-concern.ts'
import type { Environment } from '../config/environment.ts'
import { tellingUnreadable } from '../logging/telling-unreadable.ts'
import { deployedModel } from '../matching/deployed-model.ts'
import type { Clients } from './clients.ts'
import { readAgreementsIn } from './dynamodb/agreements.ts'
import { readAlertsIn } from './dynamodb/alerts.ts'
import {
  latestAssessmentIn,
  readConcernIn,
  readConcernsIn,
  readTellingsIn,
} from './dynamodb/concerns.ts'
import { readDirectoryIn } from './dynamodb/directory.ts'
import { gatherFrom } from './dynamodb/gather.ts'
import { gatherAroundFrom } from './dynamodb/gather-around.ts'
import { finishLeftOverIn } from './dynamodb/left-over.ts'
import { concernsNearIn, concernsSoughtIn, keepLookupsIn } from './dynamodb/lookups.ts'
import { readProtectorsIn } from './dynamodb/protections.ts'
import { readAcceptedIn } from './dynamodb/read-accepted.ts'
import { readReviewIn, readReviewsIn } from './dynamodb/reviews.ts'
import { indexHashes } from './kms/index-hash.ts'
import type { World } from './world.ts'

type Tables = {
  readonly directory: string
  readonly intake: string
  readonly register: string
  readonly casework: string
  /** Of whoever may write what a decision left over. */
  readonly auditEntries?: string
}

/** What every assessment reads of the tables: who is who, who lives with whom, and what became of it before. */
export const assessDepsFrom = (
  { store, keys, now, log }: Pick<Clients, 'store' | 'keys'> & Pick<World, 'now' | 'log'>,
  tables: Tables,
  environment: Pick<
    Environment<'assess-concern'>,
    'INDEX_KEY' | 'TRIAL_MATCHES' | 'TRIAL_AUTHORITIES'
  >,
) => {
  const { directory, intake, register, casework, auditEntries } = tables
  const finish =
    auditEntries === undefined ? undefined : finishLeftOverIn(store, { casework, auditEntries })
  const tellUnreadable = tellingUnreadable(log)
  const index = { store, keys, table: register, wrappingKey: environment.INDEX_KEY, now }
  const { toRead, toWrite, asRead } = indexHashes(index)
  return {
    read: readConcernIn(store, tables),
    readAccepted: readAcceptedIn(store, intake),
    gather: gatherFrom(store, tables, toRead),
    gatherAround: gatherAroundFrom(store, tables, { hashKeys: toRead, finish }),
    keepLookups: keepLookupsIn(store, casework, toWrite),
    concernsNear: concernsNearIn(store, casework, toRead),
    concernsSought: concernsSoughtIn(store, casework, asRead),
    readProtectors: readProtectorsIn(store, casework, finish),
    readDirectory: readDirectoryIn(store, directory, now),
    readAgreements: readAgreementsIn(store, directory, (agency, authority) =>
      tellUnreadable({ kind: 'agreement', agency, authority }),
    ),
    readTellings: readTellingsIn(store, casework),
    readConcerns: readConcernsIn(store, tables),
    readAlerts: readAlertsIn(store, casework),
    readReviews: readReviewsIn(store, casework),
    readReview: readReviewIn(store, casework),
    latestAssessment: latestAssessmentIn(store, casework),
    model: deployedModel,
    trial: {
      needed: environment.TRIAL_MATCHES,
      authorities: environment.TRIAL_AUTHORITIES,
    },
  } satisfies Omit<AssessDeps, 'recorder' | 'newId' | 'now'> & Record<string, unknown>
}
