import * as z from 'zod'
import {
  type Agency,
  type Authority,
  agencySchema,
  authoritySchema,
  type Directory,
  type DirectoryDeps,
  type Unreadable,
} from '../../agencies/directory.ts'
import type { Clock } from '../../kernel/clock.ts'
import { heldFor } from '../../kernel/held-for.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { agencyKey, authorityKey, directoryPartition } from './keys.ts'
import { ifReadable } from './rows/if-readable.ts'
import { rowKind } from './rows/row-kind.ts'
import { type KeyedRow, queryToEnd, type Row, type Store } from './store.ts'

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

/** @throws HubError row-unreadable, which names the row and nothing that it holds */
const orUnreadable = <Read>(what: string, read: () => Read): Read => {
  const found = ifReadable(read)
  if (found !== undefined) return found
  throw new HubError('row-unreadable', `${what} stands in the directory and cannot be read`)
}

/** One authority as it stands at this moment: a key that was revoked is revoked at once. */
export const readAuthorityIn =
  (store: Store, table: string) =>
  async (code: string): Promise<Authority | undefined> => {
    const row = await store.get(table, authorityKey(code))
    return row === undefined
      ? undefined
      : orUnreadable(code, () => authorityKind.read(row).authority)
  }

/** As {@link readAuthorityIn}. */
export const readAgencyIn =
  (store: Store, table: string) =>
  async (key: string): Promise<Agency | undefined> => {
    const row = await store.get(table, agencyKey(key))
    return row === undefined ? undefined : orUnreadable(key, () => agencyKind.read(row).agency)
  }

/** A new authority is served within this time, without a deployment. */
const freshMilliseconds = 60_000

/** Every authority and agency, some 200 rows of one partition: read once a minute by each running function, and from then on from memory. */
export const readDirectoryIn = (
  store: Store,
  table: string,
  now: Clock,
): DirectoryDeps['readDirectory'] => heldFor(freshMilliseconds, now, () => readAll(store, table))

/** What the row of one that cannot be read still says of it: the last part of its key. */
const unreadableIn = (row: Row, kind: Unreadable['kind']): Unreadable => {
  const { sk } = row
  const said: unknown = Reflect.get(Object(row[kind]), 'rehearsal')
  const id = String(sk).slice(String(sk).indexOf('#') + 1)
  return { kind, id, ...(said === true && { rehearsal: said }) }
}

const readAll = async (store: Store, table: string): Promise<Directory> => {
  const rows = await queryToEnd(store, {
    table,
    partition: { field: 'pk', value: directoryPartition },
    consistent: true,
  })
  const of = <Read>(kind: Unreadable['kind'], read: (row: Row) => Read) =>
    rows
      .filter((row) => String(row['sk']).startsWith(`${kind.toUpperCase()}#`))
      .map((row) => ifReadable(() => read(row)) ?? unreadableIn(row, kind))
  const all = {
    authorities: of('authority', (row) => authorityKind.read(row).authority),
    agencies: of('agency', (row) => agencyKind.read(row).agency),
  }
  const unreadable = [...all.authorities, ...all.agencies].filter(isUnreadable)
  return {
    authorities: all.authorities.flatMap((one) => (isUnreadable(one) ? [] : [one])),
    agencies: all.agencies.flatMap((one) => (isUnreadable(one) ? [] : [one])),
    ...(unreadable.length > 0 && { unreadable }),
  }
}

const isUnreadable = (one: Authority | Agency | Unreadable): one is Unreadable => 'id' in one
