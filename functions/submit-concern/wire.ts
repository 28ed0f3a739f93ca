import type { Clients } from '../../shared/aws/clients.ts'
import { readAgreementIn } from '../../shared/aws/dynamodb/agreements.ts'
import { commitConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { placeIn } from '../../shared/places/packed-places.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys' | 'places'>,
  environment: Environment<'submit-concern'>,
  world: World,
) => {
  const { store } = clients
  const { AUDIT_ENTRIES_TABLE, DIRECTORY_TABLE, INTAKE_TABLE } = environment

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    readDirectory: readDirectoryIn(store, DIRECTORY_TABLE, world.now),
    readAgreement: readAgreementIn(store, DIRECTORY_TABLE),
    placeOf: placeIn(clients.places),
    commit: commitConcernIn(store, { intake: INTAKE_TABLE, auditEntries: AUDIT_ENTRIES_TABLE }),
  })
}
