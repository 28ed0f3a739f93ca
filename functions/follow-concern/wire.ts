import type { Clients } from '../../shared/aws/clients.ts'
import { latestAssessmentIn, readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { listSentIn } from '../../shared/aws/dynamodb/sent-concerns.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { readingDepsFrom } from '../../shared/aws/reading-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys' | 'places'>,
  environment: Environment<'follow-concern'>,
  world: World,
) => {
  const { store, keys } = clients
  const { CURSOR_KEY, CASEWORK_TABLE: casework } = environment
  const tables = { intake: environment.INTAKE_TABLE, casework }

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    ...readingDepsFrom(clients, environment, world),
    read: readConcernIn(store, tables),
    latestAssessment: latestAssessmentIn(store, casework),
    listSent: listSentIn(store, tables, (error) => reportFailure(world.log, 'listing', error)),
    cursors: cursorsOf(keys, CURSOR_KEY),
  })
}
