import type { Clients } from '../../shared/aws/clients.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import {
  commitEmergencyIn,
  findObjectIn,
  listEmergenciesIn,
  readEmergencyIn,
} from '../../shared/aws/dynamodb/emergency-access.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'grant-emergency-access'>,
  world: World,
) => {
  const { store, keys } = clients
  const {
    AUDIT_ENTRIES_TABLE: auditEntries,
    CASEWORK_TABLE: casework,
    DIRECTORY_TABLE: directory,
    REGISTER_TABLE: register,
  } = environment

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    readDirectory: readDirectoryIn(store, directory, world.now),
    readAccess: readEmergencyIn(store, casework),
    commitAccess: commitEmergencyIn(store, { casework, auditEntries }),
    findObject: findObjectIn(store, { casework, register }),
    list: listEmergenciesIn(store, casework, (error) =>
      reportFailure(world.log, 'emergency-access', error),
    ),
    cursors: cursorsOf(keys, environment.CURSOR_KEY),
  })
}
