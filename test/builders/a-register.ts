import { createSecretKey } from 'node:crypto'
import { createInMemoryStore, type InMemoryStore } from '../../local/in-memory/store.ts'
import { commitKeysIn, commitRegisterIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { indexKey } from '../../shared/aws/dynamodb/keys.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { findAdultIn, markRekeyedIn, readFamilyIn } from '../../shared/aws/dynamodb/register.ts'
import { adultOf, childOf } from '../../shared/aws/dynamodb/register-rows.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { tidyIndexIn } from '../../shared/aws/dynamodb/tidy-index.ts'
import { listWaitingIn } from '../../shared/aws/dynamodb/waiting.ts'
import { hashKey } from '../../shared/aws/kms/index-hash.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { recordChild } from '../../shared/casework/record-child.ts'
import { tidyWaiting } from '../../shared/casework/tidy-waiting.ts'
import { isFor, placesFor, whole } from '../../shared/casework/waiting.ts'
import { childSchema } from '../../shared/register/child.ts'
import type { HashKeys } from '../../shared/register/register-change.ts'
import { aChild } from './a-child.ts'
import { westmarchRegister } from './clients.ts'
import { byOf, now } from './ports.ts'

const tables = forEachTable((name) => name)
const secret = { version: 'v1', secret: createSecretKey(new Uint8Array(32)) }

export const hashKeys: HashKeys = async (keys) => keys.map((key) => hashKey(secret, key))

/** What the use cases of the register are given, over this store. */
export const registerDepsOf = (store: Store) => ({
  readFamily: readFamilyIn(store, tables.register),
  readAdult: findAdultIn(store, tables.register),
  hashKeys,
  commit: commitRegisterIn(store, tables, { newId, now: () => now }),
  commitKeys: commitKeysIn(store, tables, { newId, now: () => now }),
  record: recordEntriesIn(store, tables.auditEntries),
  markRekeyed: markRekeyedIn(store, tables.casework),
  tidy: tidyIndexIn(store, tables),
  newId,
  now: () => now,
})

/** The register alone, in memory. */
export const createRegister = () => {
  const store = createInMemoryStore(definitions)
  return { store, deps: registerDepsOf(store) }
}

export const put = (
  deps: ReturnType<typeof registerDepsOf>,
  change: Parameters<typeof aChild>[0] = {},
  localId = 'C1',
) => {
  const child = childSchema.parse(aChild(change))
  return recordChild({ by: byOf(westmarchRegister), localId, child }, deps)
}

/** Does what the sweep would do for the register, until nothing waits. */
export const sweepRegister = async (store: Store): Promise<void> => {
  const deps = registerDepsOf(store)
  const list = listWaitingIn(store, tables)
  const until = new Date(now.getTime() + 120_000)
  const places = placesFor('tidy-register', whole).flatMap((level) => level.places)
  for (const place of places) {
    const { waiting: all, unreadable = [] } = await list(place, { until })
    if (unreadable.length > 0) throw new Error(`a key of ${place.kind} cannot be read`)
    for (const waiting of all) if (isFor('tidy-register')(waiting)) await tidyWaiting(waiting, deps)
  }
}

/** Every record that stands. */
export const recordsIn = (store: InMemoryStore) => {
  const rows = store.rows(tables.register)
  return {
    children: rows.flatMap((row) => childOf(row) ?? []),
    adults: rows.flatMap((row) => adultOf(row) ?? []),
  }
}

const text = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string => `${pk} ${sk}`

/** The places of the index's rows, and those that the records list. */
export const indexOf = (store: InMemoryStore) => {
  const { children, adults } = recordsIn(store)
  const listed = [
    ...children.flatMap(({ childId, keys }) => keys.map((key) => indexKey(key, 'child', childId))),
    ...adults.flatMap(({ adultId, keys }) => keys.map((key) => indexKey(key, 'adult', adultId))),
  ]
  const stands = store.rows(tables.register).filter(({ pk }) => pk.startsWith('BK#'))
  return { listed: listed.map(text).toSorted(), stands: stands.map(text).toSorted() }
}

/** What waits for the sweep, of the register's own work. */
export const unfinishedIn = (store: InMemoryStore): readonly string[] =>
  store
    .rows(tables.casework)
    .filter(({ pk }) => pk.startsWith('REGISTER#'))
    .map(text)
