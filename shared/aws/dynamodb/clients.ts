import * as z from 'zod'
import { roles, scopes } from '../../agencies/access.ts'
import { type Client, clientSchema } from '../../agencies/client.ts'
import { nobodysClient } from '../../agencies/nobodys-client.ts'
import type { AuditEntry } from '../../audit/audit-entry.ts'
import { put, putNew } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { assertionKey, clientKey } from './keys.ts'
import { ifReadable } from './rows/if-readable.ts'
import { rowKind } from './rows/row-kind.ts'
import { leftOut, standIn } from './rows/stand-in.ts'
import type { Store } from './store.ts'

/** A client of a role that is not known here can do nothing; a scope or a key that is not known is none. */
export const clientKind = rowKind({
  name: 'client',
  places: ['directory CLIENT CLIENT'],
  content: 'client',
  shape: { client: clientSchema, version: z.int() },
  standIns: [standIn(roles, leftOut), standIn(scopes, leftOut)],
})

/** An assertion that was used, until it ends. */
export const assertionKind = rowKind({
  name: 'assertion',
  places: ['tokens JTI JTI'],
  shape: { expiresAt: z.number() },
})

/** A client as the first version of its row, for whoever registers clients. */
export const clientRow = (client: Client) => ({
  ...clientKey(client.clientId),
  version: 1,
  client,
})

/** One that cannot be read is nobody, as far as whoever names it may learn; `onUnreadable` is told which it is. */
export const readClientIn =
  (store: Store, directory: string, onUnreadable: (clientId: string) => void) =>
  async (clientId: string): Promise<Client | undefined> => {
    const row = await store.get(directory, clientKey(clientId))
    if (row === undefined) return undefined
    const client = ifReadable(() => clientKind.read(row).client)
    if (client === undefined) onUnreadable(clientId)
    return client
  }

/** Rows in turn written over, so that none of them is a busy one. */
const rowsOfNobody = 64
const keptSeconds = 60

/** Writes one row over another of nobody's: the work of recording a refusal, and nothing to be read. */
export const recordNothingIn =
  (store: Store, tokens: string) =>
  async (now: Date): Promise<void> => {
    const { clientId } = nobodysClient
    const expiresAt = Math.ceil(now.getTime() / 1_000) + keptSeconds
    const key = assertionKey(clientId, String(now.getTime() % rowsOfNobody))
    await store.transact([put(tokens, { ...key, expiresAt })])
  }

/**
 * Remembers an assertion's id until it has expired, with the audit entry: each may be used once.
 * @see RFC 7523 §3, item 7
 */
export const spendAssertionIn =
  (store: Store, tables: { readonly tokens: string; readonly auditEntries: string }) =>
  async (
    assertion: { readonly clientId: string; readonly jti: string; readonly expiresAt: number },
    entries: readonly AuditEntry[],
  ): Promise<'spent' | 'spent-before'> => {
    const result = await store.transact([
      putNew(tables.tokens, {
        ...assertionKey(assertion.clientId, assertion.jti),
        expiresAt: assertion.expiresAt,
      }),
      ...auditRows(tables.auditEntries, entries),
    ])
    return result === 'committed' ? 'spent' : 'spent-before'
  }
