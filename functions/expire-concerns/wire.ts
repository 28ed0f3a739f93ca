import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { commitExpiryIn, readPeopleOfIn } from '../../shared/aws/dynamodb/expire-concern.ts'
import { readHoldsIn } from '../../shared/aws/dynamodb/legal-holds.ts'
import { sweepDepsFrom } from '../../shared/aws/sweep-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store }: Pick<Clients, 'store'>,
  environment: Environment<'expire-concerns'>,
  world: World,
) => {
  const tables = {
    auditEntries: environment.AUDIT_ENTRIES_TABLE,
    casework: environment.CASEWORK_TABLE,
    intake: environment.INTAKE_TABLE,
  }

  return createHandler({
    ...sweepDepsFrom(store, tables, world),
    read: readConcernIn(store, tables),
    readHolds: readHoldsIn(store, environment.DIRECTORY_TABLE),
    readPeople: readPeopleOfIn(store, tables.casework),
    commitExpiry: commitExpiryIn(store, tables),
    recorder: (at) => recorderFor({ actor: 'expire-concerns' }, at, world.newId),
  })
}
