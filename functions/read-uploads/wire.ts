import type { Clients } from '../../shared/aws/clients.ts'
import { readImportIn, saveImportIn } from '../../shared/aws/dynamodb/register-imports.ts'
import { importFilesIn } from '../../shared/aws/s3/import-files.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { faultOfFile } from '../../shared/files/open-uploads.ts'
import { sortingOnDisk } from '../../shared/files/sort-on-disk.ts'
import { createHandler } from './handler.ts'

export const wire = (
  {
    store,
    imports,
  }: Pick<Clients, 'store'> & { readonly imports: Pick<Clients['imports'], 'open' | 'put'> },
  environment: Environment<'read-uploads'>,
  world: World,
) => {
  const { AUDIT_ENTRIES_TABLE: auditEntries, CASEWORK_TABLE: casework } = environment
  return createHandler({
    ...world,
    ...importFilesIn(imports, environment.IMPORTS_BUCKET),
    readImport: readImportIn(store, casework),
    saveImport: saveImportIn(store, { casework, auditEntries }),
    faultOf: faultOfFile,
    sorting: () => sortingOnDisk(),
  })
}
