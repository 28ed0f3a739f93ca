import { isPlanned } from '../../shared/assessing/planned.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { readAgreementIn } from '../../shared/aws/dynamodb/agreements.ts'
import { commitAlertIn, readAlertIn, readAlertsIn } from '../../shared/aws/dynamodb/alerts.ts'
import {
  latestAssessmentIn,
  readAssessmentIn,
  readConcernIn,
} from '../../shared/aws/dynamodb/concerns.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { openedAmongIn } from '../../shared/aws/dynamodb/opened-alerts.ts'
import { putMessageIn } from '../../shared/aws/dynamodb/outbox.ts'
import { readAcceptedIn } from '../../shared/aws/dynamodb/read-accepted.ts'
import {
  alertsAboutIn,
  relatedIn,
  unreadAmongIn,
} from '../../shared/aws/dynamodb/related-alerts.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'answer-alert'>,
  world: World,
) => {
  const { store } = clients
  const { AUDIT_ENTRIES_TABLE, CASEWORK_TABLE, DIRECTORY_TABLE, INTAKE_TABLE } = environment
  const tables = { casework: CASEWORK_TABLE, auditEntries: AUDIT_ENTRIES_TABLE }
  const readAssessment = readAssessmentIn(store, CASEWORK_TABLE)

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    readDirectory: readDirectoryIn(store, DIRECTORY_TABLE, world.now),
    readAgreement: readAgreementIn(store, DIRECTORY_TABLE),
    readAlert: readAlertIn(store, CASEWORK_TABLE),
    readConcern: readConcernIn(store, { intake: INTAKE_TABLE, casework: CASEWORK_TABLE }),
    related: relatedIn(store, CASEWORK_TABLE),
    alertsAbout: alertsAboutIn(store, CASEWORK_TABLE),
    unreadAmong: unreadAmongIn(store, CASEWORK_TABLE),
    openedAmong: openedAmongIn(store, CASEWORK_TABLE),
    isPlanned: async ({ concernId, assessment: number }) => {
      const assessment = await readAssessment(concernId, number)
      return assessment !== undefined && isPlanned(assessment)
    },
    readAccepted: readAcceptedIn(store, INTAKE_TABLE),
    latestAssessment: latestAssessmentIn(store, CASEWORK_TABLE),
    readAlerts: readAlertsIn(store, CASEWORK_TABLE),
    commit: commitAlertIn(store, tables),
    putMessage: putMessageIn(store, tables),
  })
}
