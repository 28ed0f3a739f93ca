import type { RecordChildDeps } from '../../casework/record-child.ts'
import type { ChildId } from '../../kernel/ids.ts'
import type { AdultChange } from '../../register/plan-change.ts'
import {
  type StoredAdult,
  type StoredChild,
  storedAdultSchema,
  storedChildSchema,
} from '../../register/stored.ts'
import { put, putNew, putVersion, remove, removeVersion } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { householdChangeRow } from './household-rows.ts'
import { adultKey, childKey, indexKey } from './keys.ts'
import type { Action, Store } from './store.ts'

export const readChildIn =
  (store: Store, register: string) =>
  async (childId: ChildId): Promise<StoredChild | undefined> => {
    const row = await store.get(register, childKey(childId))
    return row === undefined ? undefined : storedChildSchema.parse(row['child'])
  }

/** The child, then in one batch every adult it had or will have. */
export const readRegisterIn =
  (store: Store, register: string): RecordChildDeps['read'] =>
  async (childId, adultIds) => {
    const child = await readChildIn(store, register)(childId)
    const wanted = [...new Set([...adultIds, ...(child?.adultIds ?? [])])]
    const rows = await store.batch({ [register]: wanted.map(adultKey) })
    return { child, adults: rows.map((found) => storedAdultSchema.parse(found['adult'])) }
  }

const putIndex = (table: string, hash: string, { adultId, children }: StoredAdult): Action =>
  put(table, {
    ...indexKey(hash, adultId),
    entry: { adultId, childIds: children.map(({ childId }) => childId) },
  })

/** Removes the version before this one: an adult whom another child's record has just taken up stays. */
const removeAdult = (table: string, { adultId, version }: StoredAdult): Action =>
  removeVersion(table, adultKey(adultId), version - 1)

/** An adult with every key that leads to them; stale keys go in the same breath, so none outlives what it stood for. */
const adultWrites = (table: string, { adult, staleKeys, isRemoved }: AdultChange): Action[] => [
  ...staleKeys.map((hash) => remove(table, indexKey(hash, adult.adultId))),
  ...(isRemoved
    ? [removeAdult(table, adult)]
    : [
        putVersion(table, { ...adultKey(adult.adultId), version: adult.version, adult }),
        ...adult.keys.map((hash) => putIndex(table, hash, adult)),
      ]),
]

/** The whole change in one transaction, conditional on the versions that were read. */
export const commitRegisterIn =
  (
    store: Store,
    tables: { readonly register: string; readonly casework: string; readonly audit: string },
  ): RecordChildDeps['commit'] =>
  async ({ child, adults, household }, entries) => {
    const result = await store.transact([
      putVersion(tables.register, { ...childKey(child.childId), version: child.version, child }),
      ...adults.flatMap((change) => adultWrites(tables.register, change)),
      ...(household === undefined ? [] : [putNew(tables.casework, householdChangeRow(household))]),
      ...auditRows(tables.audit, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
