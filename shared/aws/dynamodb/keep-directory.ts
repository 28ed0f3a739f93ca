import * as z from 'zod'
import { agreementSchema } from '../../agencies/agreement.ts'
import { clientSchema } from '../../agencies/client.ts'
import { agencySchema, authoritySchema } from '../../agencies/directory.ts'
import type { AuditEntry } from '../../audit/audit-entry.ts'
import { putVersion } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { agencyKey, agreementKey, authorityKey, clientKey } from './keys.ts'
import { readSigningKeyIn } from './signing-key.ts'
import type { KeyedRow, Row, Store } from './store.ts'

const version = z.int().min(1)
const keptClient = z.object({ version, client: clientSchema })
const keptAuthority = z.object({ version, authority: authoritySchema })
const keptAgency = z.object({ version, agency: agencySchema })
const keptAgreement = z.object({ version, agreement: agreementSchema })

const asRead = <T>(schema: z.ZodType<T>, row: Row | undefined): T | undefined =>
  row === undefined ? undefined : schema.parse(row)

/** Rows of the directory as the operator keeps them, each with the version that the next one replaces. */
export const readKeptIn = (store: Store, directory: string) => ({
  client: async (clientId: string) =>
    asRead(keptClient, await store.get(directory, clientKey(clientId))),
  authority: async (code: string) =>
    asRead(keptAuthority, await store.get(directory, authorityKey(code))),
  agency: async (key: string) => asRead(keptAgency, await store.get(directory, agencyKey(key))),
  signingKey: readSigningKeyIn(store, directory),
  agreement: async (agency: string, authority: string) =>
    asRead(keptAgreement, await store.get(directory, agreementKey(agency, authority))),
})

/** The clients and agreements among the rows of a directory. */
export const keptAmong = (rows: readonly Row[]) => ({
  clients: rows.flatMap((row) => ('client' in row ? [keptClient.parse(row).client] : [])),
  agreements: rows.flatMap((row) =>
    'agreement' in row ? [keptAgreement.parse(row).agreement] : [],
  ),
})

/** Writes a row of the directory over the version before, in one transaction with the entry that says so. */
export const commitDirectoryIn =
  (store: Store, tables: { readonly directory: string; readonly auditEntries: string }) =>
  async (
    row: KeyedRow & { readonly version: number },
    entries: readonly AuditEntry[],
  ): Promise<'committed' | 'changed'> => {
    const result = await store.transact([
      putVersion(tables.directory, row),
      ...auditRows(tables.auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
