import * as z from 'zod'
import {
  type Agency,
  type Authority,
  agencySchema,
  authoritySchema,
  type Directory,
  type DirectoryDeps,
} from '../../agencies/directory.ts'
import type { Clock } from '../../kernel/clock.ts'
import { heldFor } from '../../kernel/held-for.ts'
import { agencyKey, authorityKey, directoryPartition } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { type KeyedRow, queryToEnd, type Store } from './store.ts'

export const authorityKind = rowKind({
  name: 'authority',
  places: ['directory DIRECTORY AUTHORITY'],
  content: 'authority',
  shape: { authority: authoritySchema, version: z.int() },
})
export const agencyKind = rowKind({
  name: 'agency',
  places: ['directory DIRECTORY AGENCY'],
  content: 'agency',
  shape: { agency: agencySchema, version: z.int() },
})

/** An authority as the first version of its row, for whoever keeps the directory. */
export const authorityRow = (authority: Authority): KeyedRow & { readonly version: number } => ({
  ...authorityKey(authority.code),
  version: 1,
  authority,
})

/** An agency as the first version of its row. */
export const agencyRow = (agency: Agency): KeyedRow & { readonly version: number } => ({
  ...agencyKey(agency.key),
  version: 1,
  agency,
})

/** One authority as it stands at this moment: a key that was revoked is revoked at once. */
export const readAuthorityIn =
  (store: Store, table: string) =>
  async (code: string): Promise<Authority | undefined> => {
    const row = await store.get(table, authorityKey(code))
    return row === undefined ? undefined : authorityKind.read(row).authority
  }

/** A new authority is served within this time, without a deployment. */
const freshMilliseconds = 60_000

/** Every authority and agency, some 200 rows of one partition: read once a minute by each running function, and from then on from memory. */
export const readDirectoryIn = (
  store: Store,
  table: string,
  now: Clock,
): DirectoryDeps['readDirectory'] => heldFor(freshMilliseconds, now, () => readAll(store, table))

const readAll = async (store: Store, table: string): Promise<Directory> => {
  const rows = await queryToEnd(store, {
    table,
    partition: { field: 'pk', value: directoryPartition },
    consistent: true,
  })
  return {
    authorities: rows.flatMap((row) =>
      'authority' in row ? [authorityKind.read(row).authority] : [],
    ),
    agencies: rows.flatMap((row) => ('agency' in row ? [agencyKind.read(row).agency] : [])),
  }
}
