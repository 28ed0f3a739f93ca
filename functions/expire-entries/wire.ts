import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import {
  deleteEntriesIn,
  readLeavesIn,
  readNewestIn,
  readSealedExpiryIn,
} from '../../shared/aws/dynamodb/expired-entries.ts'
import {
  keepExpiredThroughIn,
  readExpiredThroughIn,
} from '../../shared/aws/dynamodb/expired-through.ts'
import { readHoldsIn } from '../../shared/aws/dynamodb/legal-holds.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store }: Pick<Clients, 'store'>,
  environment: Environment<'expire-entries'>,
  { now, newId, log }: World,
) => {
  const tables = {
    auditEntries: environment.AUDIT_ENTRIES_TABLE,
    auditLog: environment.AUDIT_LOG_TABLE,
    casework: environment.CASEWORK_TABLE,
  }
  const { auditLog } = tables
  return createHandler({
    readThrough: readExpiredThroughIn(store, tables),
    readHolds: readHoldsIn(store, environment.DIRECTORY_TABLE),
    readNewest: readNewestIn(store, auditLog),
    readLeaves: readLeavesIn(store, auditLog),
    readSealed: readSealedExpiryIn(store, auditLog),
    deleteEntries: deleteEntriesIn(store, auditLog),
    keep: keepExpiredThroughIn(store, tables),
    recorder: (at) => recorderFor({ actor: 'expire-entries' }, at, newId),
    now,
    log,
  })
}
