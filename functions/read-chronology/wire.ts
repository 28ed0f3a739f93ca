import type { Clients } from '../../shared/aws/clients.ts'
import { readEntriesOfChildIn } from '../../shared/aws/dynamodb/chronology.ts'
import { commitEmergencyIn, readEmergencyIn } from '../../shared/aws/dynamodb/emergency-access.ts'
import { readChildIn } from '../../shared/aws/dynamodb/register.ts'
import { alertsAboutIn } from '../../shared/aws/dynamodb/related-alerts.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { readingDepsFrom } from '../../shared/aws/reading-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys' | 'places'>,
  environment: Environment<'read-chronology'>,
  world: World,
) => {
  const { store, keys } = clients
  const { REGISTER_TABLE, CASEWORK_TABLE, CURSOR_KEY } = environment

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    readChild: readChildIn(store, REGISTER_TABLE),
    alertsAbout: alertsAboutIn(store, CASEWORK_TABLE),
    readAccess: readEmergencyIn(store, CASEWORK_TABLE),
    commitAccess: commitEmergencyIn(store, {
      casework: CASEWORK_TABLE,
      auditEntries: environment.AUDIT_ENTRIES_TABLE,
    }),
    readPage: readEntriesOfChildIn(store, CASEWORK_TABLE),
    ...readingDepsFrom(clients, environment, world),
    cursors: cursorsOf(keys, CURSOR_KEY),
  })
}
