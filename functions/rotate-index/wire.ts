import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { commitKeysIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { findAdultIn, readFamilyIn } from '../../shared/aws/dynamodb/register.ts'
import {
  keepRotationIn,
  makeFirstKey,
  readRotationIn,
  readRotationWishIn,
} from '../../shared/aws/dynamodb/rotation-rows.ts'
import { sweepPageIn } from '../../shared/aws/dynamodb/sweep-index.ts'
import { indexHashes } from '../../shared/aws/kms/index-hash.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store, scan, keys }: Pick<Clients, 'store' | 'scan' | 'keys'>,
  environment: Environment<'rotate-index'>,
  { now, newId, log }: World,
) => {
  const tables = {
    directory: environment.DIRECTORY_TABLE,
    intake: environment.INTAKE_TABLE,
    register: environment.REGISTER_TABLE,
    casework: environment.CASEWORK_TABLE,
    auditEntries: environment.AUDIT_ENTRIES_TABLE,
  }
  const { register, casework } = tables
  const wrappingKey = environment.INDEX_KEY
  const ground = { store, keys, tables, wrappingKey, now }
  const { toWrite } = indexHashes({ store, keys, table: register, wrappingKey, now })
  const readRotation = readRotationIn(store, register)

  return createHandler({
    readRotation: async () => (await readRotation()) ?? makeFirstKey(ground),
    readWish: readRotationWishIn(store, tables.directory),
    sweepPage: sweepPageIn({
      store,
      scan,
      tables: { register, casework },
      rekey: {
        readFamily: readFamilyIn(store, register),
        readAdult: findAdultIn(store, register),
        hashKeys: toWrite,
        commitKeys: commitKeysIn(store, tables, { newId, now }),
        now,
      },
      refile: { store, casework, read: readConcernIn(store, tables), toWrite },
      now,
      onFailure: (kind, error) => reportFailure(log, kind, error),
    }),
    keep: keepRotationIn(ground),
    recorder: (at) => recorderFor({ actor: 'rotate-index' }, at, newId),
    now,
    log,
  })
}
