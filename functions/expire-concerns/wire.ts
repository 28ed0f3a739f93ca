import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { commitExpiryIn } from '../../shared/aws/dynamodb/expire-concern.ts'
import { listWaitingIn } from '../../shared/aws/dynamodb/waiting.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store }: Pick<Clients, 'store'>,
  environment: Environment<'expire-concerns'>,
  { now, log, newId }: World,
) => {
  const tables = {
    auditEntries: environment.AUDIT_ENTRIES_TABLE,
    casework: environment.CASEWORK_TABLE,
    intake: environment.INTAKE_TABLE,
  }

  return createHandler({
    now,
    log,
    listWaiting: listWaitingIn(store, tables, (kind, error) => reportFailure(log, kind, error)),
    read: readConcernIn(store, tables),
    commitExpiry: commitExpiryIn(store, tables),
    recorder: (at) => recorderFor({ actor: 'expire-concerns' }, at, newId),
  })
}
