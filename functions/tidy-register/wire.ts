import type { Clients } from '../../shared/aws/clients.ts'
import { commitKeysIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { findAdultIn, markRekeyedIn, readFamilyIn } from '../../shared/aws/dynamodb/register.ts'
import { tidyIndexIn } from '../../shared/aws/dynamodb/tidy-index.ts'
import { indexHashes } from '../../shared/aws/kms/index-hash.ts'
import { sweepDepsFrom } from '../../shared/aws/sweep-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store, keys }: Pick<Clients, 'store' | 'keys'>,
  { CASEWORK_TABLE: casework, REGISTER_TABLE: register, INDEX_KEY }: Environment<'tidy-register'>,
  world: World,
) => {
  const tables = { casework, register }
  const index = { store, keys, table: register, wrappingKey: INDEX_KEY, now: world.now }

  return createHandler({
    ...sweepDepsFrom(store, tables, world),
    readFamily: readFamilyIn(store, register),
    readAdult: findAdultIn(store, register),
    hashKeys: indexHashes(index).toWrite,
    commitKeys: commitKeysIn(store, tables, world),
    markRekeyed: markRekeyedIn(store, casework),
    tidy: tidyIndexIn(store, tables),
  })
}
