import { assessDepsFrom } from '../../shared/aws/assess-deps.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { listContestedIn } from '../../shared/aws/dynamodb/contested-alerts.ts'
import { areRegisteredIn } from '../../shared/aws/dynamodb/register.ts'
import { listReviewsIn, proposeReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { listUnagreedIn } from '../../shared/aws/dynamodb/unagreed.ts'
import {
  keepTickIn,
  readWatchedThroughIn,
  readWatchReportIn,
} from '../../shared/aws/dynamodb/watch-reports.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'review-concerns'>,
  world: World,
) => {
  const { store, keys } = clients
  const {
    AUDIT_ENTRIES_TABLE: auditEntries,
    CASEWORK_TABLE: casework,
    DIRECTORY_TABLE: directory,
    INTAKE_TABLE: intake,
    REGISTER_TABLE: register,
  } = environment
  const assessing = assessDepsFrom(
    { ...clients, now: world.now, log: world.log },
    { directory, intake, register, casework, auditEntries },
    environment,
  )

  return createHandler({
    ...assessing,
    ...guarded(guardDepsFrom(clients, environment, world)),
    list: listReviewsIn(store, casework, (error) => reportFailure(world.log, 'review', error)),
    areRegistered: areRegisteredIn(store, register),
    propose: proposeReviewIn(store, { casework, auditEntries }),
    commit: commitAssessmentIn(store, { intake, register, casework, auditEntries }),
    readReport: readWatchReportIn(store, casework),
    readThrough: readWatchedThroughIn(store, casework),
    listUnagreed: listUnagreedIn(store, casework),
    listContested: listContestedIn(store, casework),
    keepTick: keepTickIn(store, { casework, auditEntries }),
    cursors: cursorsOf(keys, environment.CURSOR_KEY),
  })
}
