import type { Clients } from '../../shared/aws/clients.ts'
import { readImportIn, saveImportIn } from '../../shared/aws/dynamodb/register-imports.ts'
import { readLoadIn } from '../../shared/aws/dynamodb/register-loads.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { importAddressesIn } from '../../shared/aws/s3/import-files.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys' | 'startMachine'> & {
    readonly imports: Pick<Clients['imports'], 'signPut' | 'signGet'>
  },
  environment: Environment<'import-register'>,
  world: World,
) => {
  const { store, imports, startMachine } = clients
  const { AUDIT_ENTRIES_TABLE: auditEntries, CASEWORK_TABLE: casework } = environment
  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    ...importAddressesIn(imports, { bucket: environment.IMPORTS_BUCKET, now: world.now }),
    readImport: readImportIn(store, casework),
    saveImport: saveImportIn(store, { casework, auditEntries }),
    readLoad: readLoadIn(store, casework),
    start: ({ importId, step = 'check', attempt }) =>
      startMachine(environment.IMPORTS_MACHINE, {
        name: `${importId}-${attempt}`,
        input: { import: importId, step },
      }),
  })
}
