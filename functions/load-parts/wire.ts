import type { Clients } from '../../shared/aws/clients.ts'
import { readClientIn } from '../../shared/aws/dynamodb/clients.ts'
import { commitRegisterIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import {
  findAdultIn,
  readAdultsIn,
  readChildrenIn,
  readFamilyIn,
} from '../../shared/aws/dynamodb/register.ts'
import { readImportIn, saveImportIn } from '../../shared/aws/dynamodb/register-imports.ts'
import { listBetweenIn, readLoadIn, saveLoadIn } from '../../shared/aws/dynamodb/register-loads.ts'
import { indexHashes } from '../../shared/aws/kms/index-hash.ts'
import { readPartIn } from '../../shared/aws/s3/import-files.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { tellingUnreadable } from '../../shared/logging/telling-unreadable.ts'
import { createHandler } from './handler.ts'

export const wire = (
  {
    store,
    keys,
    imports,
  }: Pick<Clients, 'store' | 'keys'> & { readonly imports: Pick<Clients['imports'], 'open'> },
  environment: Environment<'load-parts'>,
  world: World,
) => {
  const {
    AUDIT_ENTRIES_TABLE: auditEntries,
    CASEWORK_TABLE: casework,
    DIRECTORY_TABLE: directory,
    REGISTER_TABLE: register,
    INDEX_KEY: wrappingKey,
  } = environment
  const tellUnreadable = tellingUnreadable(world.log)
  const index = { store, keys, table: register, wrappingKey, now: world.now }

  return createHandler({
    ...world,
    readImport: readImportIn(store, casework),
    saveImport: saveImportIn(store, { casework, auditEntries }),
    readClient: readClientIn(store, directory, (client) =>
      tellUnreadable({ kind: 'client', client }),
    ),
    readPart: readPartIn(imports, environment.IMPORTS_BUCKET),
    record: recordEntriesIn(store, auditEntries),
    readFamily: readFamilyIn(store, register),
    readAdult: findAdultIn(store, register),
    readChildren: readChildrenIn(store, register),
    readAdults: readAdultsIn(store, register),
    listBetween: listBetweenIn(store, register),
    readLoad: readLoadIn(store, casework),
    saveLoad: saveLoadIn(store, { casework, auditEntries }),
    hashKeys: indexHashes(index).toWrite,
    commit: commitRegisterIn(store, { register, casework, auditEntries }, world),
  })
}
