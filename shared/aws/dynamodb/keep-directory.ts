import type { AuditEntry } from '../../audit/audit-entry.ts'
import { putVersion } from './actions.ts'
import { agreementKind } from './agreements.ts'
import { auditRows } from './audit-rows.ts'
import { readCheckpointChoiceIn } from './checkpoint-choice.ts'
import { clientKind } from './clients.ts'
import { agencyKind, authorityKind } from './directory.ts'
import { agencyKey, agreementKey, authorityKey, clientKey, holdKey } from './keys.ts'
import { legalHoldKind, readHoldsIn } from './legal-holds.ts'
import { readRotationWishIn } from './rotation-rows.ts'
import { ifReadable } from './rows/if-readable.ts'
import type { RowKind } from './rows/row-kind.ts'
import { readSigningKeyIn } from './signing-key.ts'
import type { KeyedRow, Row, Store } from './store.ts'

const asRead = <Read>(kind: RowKind<Read>, row: Row | undefined): Read | undefined =>
  row === undefined ? undefined : kind.read(row)

/** Rows of the directory as the operator keeps them, each with the version that the next one replaces. */
export const readKeptIn = (store: Store, directory: string) => ({
  client: async (clientId: string) =>
    asRead(clientKind, await store.get(directory, clientKey(clientId))),
  authority: async (code: string) =>
    asRead(authorityKind, await store.get(directory, authorityKey(code))),
  agency: async (key: string) => asRead(agencyKind, await store.get(directory, agencyKey(key))),
  hold: async (holdId: string) =>
    asRead(legalHoldKind, await store.get(directory, holdKey(holdId))),
  holds: readHoldsIn(store, directory),
  checkpointChoice: readCheckpointChoiceIn(store, directory),
  rotationWish: readRotationWishIn(store, directory),
  signingKey: readSigningKeyIn(store, directory),
  agreement: async (agency: string, authority: string) =>
    asRead(agreementKind, await store.get(directory, agreementKey(agency, authority))),
})

const startsWith = (word: string) => (row: Row) => String(row['pk']).startsWith(word)

/** The clients and agreements among the rows of a directory, and the keys of those that cannot be read. */
export const keptAmong = (rows: readonly Row[]) => {
  const unreadable: string[] = []
  const readIn = <Read>(of: readonly Row[], read: (row: Row) => Read): Read[] =>
    of.flatMap((row) => {
      const found = ifReadable(() => [read(row)])
      if (found === undefined) unreadable.push(`${String(row['pk'])} ${String(row['sk'])}`)
      return found ?? []
    })
  return {
    clients: readIn(rows.filter(startsWith('CLIENT#')), (row) => clientKind.read(row).client),
    agreements: readIn(
      rows.filter(startsWith('AGREEMENT#')),
      (row) => agreementKind.read(row).agreement,
    ),
    unreadable,
  }
}

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
