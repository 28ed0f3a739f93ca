import type { ApplyHouseholdDeps } from '../../casework/apply-household.ts'
import { chronologySchema } from '../../chronology/notification.ts'
import { householdChangeSchema } from '../../register/household-change.ts'
import { storedAdultSchema } from '../../register/stored.ts'
import { put } from './actions.ts'
import { householdChangeRow } from './household-rows.ts'
import { adultKey, chronologyKey, householdChangeKey } from './keys.ts'
import { readChildIn } from './register.ts'
import type { Store } from './store.ts'

export const readHouseholdChangeIn =
  (store: Store, casework: string): ApplyHouseholdDeps['readChange'] =>
  async ({ childId, version }) => {
    const row = await store.get(casework, householdChangeKey(childId, version))
    return row === undefined ? undefined : householdChangeSchema.parse(row['change'])
  }

/** Three round trips: the child, its adults, and what is remembered of all their children. */
export const readHeadsIn =
  (
    store: Store,
    tables: { readonly register: string; readonly casework: string },
  ): ApplyHouseholdDeps['readHeads'] =>
  async (childId) => {
    const child = await readChildIn(store, tables.register)(childId)
    const rows = await store.batch({
      [tables.register]: (child?.adultIds ?? []).map(adultKey),
    })
    const links = rows.flatMap((row) => storedAdultSchema.parse(row['adult']).children)
    const childIds = [...new Set([childId, ...links.map((link) => link.childId)])]
    const heads = await store.batch({ [tables.casework]: childIds.map(chronologyKey) })
    return heads.map((row) => chronologySchema.parse(row['chronology']))
  }

export const markHouseholdAppliedIn =
  (store: Store, casework: string): ApplyHouseholdDeps['markApplied'] =>
  async (change) => {
    await store.transact([put(casework, householdChangeRow(change))])
  }
