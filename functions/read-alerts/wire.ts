import type { Clients } from '../../shared/aws/clients.ts'
import { listAlertsIn, readAlertIn, readAlertsIn } from '../../shared/aws/dynamodb/alerts.ts'
import { readAssessmentsIn } from '../../shared/aws/dynamodb/concerns.ts'
import { commitEmergencyIn, readEmergencyIn } from '../../shared/aws/dynamodb/emergency-access.ts'
import { countedIn, questionsIn } from '../../shared/aws/dynamodb/measured.ts'
import { markOpenedIn } from '../../shared/aws/dynamodb/opened-alerts.ts'
import { adoptedAmongIn } from '../../shared/aws/dynamodb/register.ts'
import { alertsAboutIn, relatedIn } from '../../shared/aws/dynamodb/related-alerts.ts'
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
  environment: Environment<'read-alerts'>,
  world: World,
) => {
  const { store, keys } = clients
  const { CASEWORK_TABLE, CURSOR_KEY } = environment

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    ...readingDepsFrom(clients, environment, world),
    readAlert: readAlertIn(store, CASEWORK_TABLE),
    readAccess: readEmergencyIn(store, CASEWORK_TABLE),
    commitAccess: commitEmergencyIn(store, {
      casework: CASEWORK_TABLE,
      auditEntries: environment.AUDIT_ENTRIES_TABLE,
    }),
    markOpened: markOpenedIn(store, CASEWORK_TABLE),
    related: relatedIn(store, CASEWORK_TABLE),
    alertsAbout: alertsAboutIn(store, CASEWORK_TABLE),
    list: listAlertsIn(store, CASEWORK_TABLE, (error) => reportFailure(world.log, 'alert', error)),
    readAlerts: readAlertsIn(store, CASEWORK_TABLE),
    readAssessments: readAssessmentsIn(store, CASEWORK_TABLE),
    adoptedAmong: adoptedAmongIn(store, environment.REGISTER_TABLE),
    counted: countedIn(store, CASEWORK_TABLE),
    questions: questionsIn(store, CASEWORK_TABLE),
    cursors: cursorsOf(keys, CURSOR_KEY),
  })
}
