import type { ChangeRegisterDeps } from '../../casework/change-register.ts'
import type { LoadRecordsDeps } from '../../casework/load-records.ts'
import type { ReadInitialsDeps } from '../../casework/read-initials.ts'
import type { ReadRegisterDeps } from '../../casework/read-register.ts'
import type { RekeyChildrenDeps } from '../../casework/rekey-children.ts'
import { type AdultId, type ChildId, childIdSchema } from '../../kernel/ids.ts'
import type { Found } from '../../register/register-change.ts'
import { isAdopted, type StoredAdult, type StoredChild } from '../../register/stored.ts'
import { remove } from './actions.ts'
import { adultKey, childKey, rekeyKey } from './keys.ts'
import { childLineKind } from './register-kinds.ts'
import { adultOf, childOf, foundIn } from './register-rows.ts'
import type { Key, Row, Store } from './store.ts'

export const readChildIn =
  (store: Store, register: string) =>
  async (childId: ChildId): Promise<StoredChild | undefined> =>
    foundIn(await store.get(register, childKey(childId)), childOf).record

export const readAdultIn =
  (store: Store, register: string) =>
  async (adultId: AdultId): Promise<StoredAdult | undefined> =>
    foundIn(await store.get(register, adultKey(adultId)), adultOf).record

type Kind<Id, StoredRecord> = {
  readonly keyOf: (id: Id) => Key
  readonly recordOf: (row: Row) => StoredRecord | undefined
}

/** Records of one kind with their places, in one batch. */
const manyIn =
  <Id extends string, StoredRecord>(
    store: Store,
    register: string,
    { keyOf, recordOf }: Kind<Id, StoredRecord>,
  ) =>
  async (ids: readonly Id[]): Promise<ReadonlyMap<Id, Found<StoredRecord>>> => {
    const rows = ids.length === 0 ? [] : await store.batch({ [register]: ids.map(keyOf) })
    const byKey = new Map(rows.map((row) => [row['pk'], row]))
    return new Map(ids.map((id) => [id, foundIn(byKey.get(keyOf(id).pk), recordOf)]))
  }

export const readChildrenIn = (store: Store, register: string): LoadRecordsDeps['readChildren'] =>
  manyIn<ChildId, StoredChild>(store, register, { keyOf: childKey, recordOf: childOf })

export const readAdultsIn = (store: Store, register: string): LoadRecordsDeps['readAdults'] =>
  manyIn<AdultId, StoredAdult>(store, register, { keyOf: adultKey, recordOf: adultOf })

/** The child, then in one batch every adult it had or will have. */
export const readFamilyIn =
  (store: Store, register: string): ChangeRegisterDeps['readFamily'] =>
  async (childId, adultIds) => {
    const child = foundIn(await store.get(register, childKey(childId)), childOf)
    const related = child.record?.adults.map(({ adultId }) => adultId) ?? []
    const adults = await readAdultsIn(store, register)([...new Set([...adultIds, ...related])])
    return { child, adults }
  }

export const findAdultIn =
  (store: Store, register: string): ChangeRegisterDeps['readAdult'] =>
  async (adultId) =>
    foundIn(await store.get(register, adultKey(adultId)), adultOf)

/** Reads the register's one index, which holds ids and codes only. */
export const listChildrenIn =
  (store: Store, register: string): ReadRegisterDeps['listChildren'] =>
  async (authority, { limit, after }) => {
    const { rows, next } = await store.query({
      table: register,
      index: 'children',
      partition: { field: 'childrenOf', value: authority },
      limit,
      after,
    })
    const items = rows.map((row) => {
      const childId = childIdSchema.parse(String(row['pk']).slice('CHILD#'.length))
      return { childId, status: childLineKind.read(row).statusCode }
    })
    return { items, next }
  }

export const markRekeyedIn =
  (store: Store, casework: string): RekeyChildrenDeps['markRekeyed'] =>
  async (rekey) => {
    await store.transact([remove(casework, rekeyKey(rekey))])
  }

/** Whether every one of these people stands on the register. */
export const areRegisteredIn =
  (store: Store, register: string) =>
  async (ids: readonly string[]): Promise<boolean> => {
    const rows = await store.batch({
      [register]: ids.flatMap((id) => [adultKey(id), childKey(id)]),
    })
    return ids.every((id) =>
      rows.some((row) => adultOf(row)?.adultId === id || childOf(row)?.childId === id),
    )
  }

/** Those of these children who are adopted, in one round trip; of whom there is no record nobody is. */
export const adoptedAmongIn =
  (store: Store, register: string): ReadInitialsDeps['adoptedAmong'] =>
  async (childIds) => {
    if (childIds.length === 0) return new Set()
    const rows = await store.batch({ [register]: childIds.map(childKey) })
    const children = rows.flatMap((row) => childOf(row) ?? [])
    return new Set(children.flatMap(({ childId, child }) => (isAdopted(child) ? [childId] : [])))
  }
