import type { Clients } from '../../shared/aws/clients.ts'
import { commitRegisterIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { findOwnRecordsIn } from '../../shared/aws/dynamodb/find-exactly.ts'
import {
  findAdultIn,
  listChildrenIn,
  readAdultIn,
  readAdultsIn,
  readChildIn,
  readChildrenIn,
  readFamilyIn,
} from '../../shared/aws/dynamodb/register.ts'
import {
  listBetweenIn,
  listLoadsIn,
  readLoadIn,
  saveLoadIn,
} from '../../shared/aws/dynamodb/register-loads.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { indexHashes } from '../../shared/aws/kms/index-hash.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'maintain-register'>,
  world: World,
) => {
  const { store, keys } = clients
  const {
    AUDIT_ENTRIES_TABLE: auditEntries,
    CASEWORK_TABLE: casework,
    REGISTER_TABLE: register,
    INDEX_KEY,
    CURSOR_KEY,
  } = environment
  const { now } = world
  const { toRead, toWrite } = indexHashes({
    store,
    keys,
    table: register,
    wrappingKey: INDEX_KEY,
    now,
  })
  const guard = guardDepsFrom(clients, environment, world)

  return createHandler({
    ...guarded(guard),
    keyedHash: guard.keyedHash,
    readFamily: readFamilyIn(store, register),
    readAdult: findAdultIn(store, register),
    readChildren: readChildrenIn(store, register),
    readAdults: readAdultsIn(store, register),
    findChild: readChildIn(store, register),
    findAdult: readAdultIn(store, register),
    listChildren: listChildrenIn(store, register),
    listBetween: listBetweenIn(store, register),
    readLoad: readLoadIn(store, casework),
    listLoads: listLoadsIn(store, casework),
    saveLoad: saveLoadIn(store, { casework, auditEntries }),
    cursors: cursorsOf(keys, CURSOR_KEY),
    findOwnRecords: findOwnRecordsIn({ store, register, hashKeys: toRead }),
    hashKeys: toWrite,
    commit: commitRegisterIn(store, { register, casework, auditEntries }, world),
  })
}
