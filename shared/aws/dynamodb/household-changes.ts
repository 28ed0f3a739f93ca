import type { ApplyHouseholdDeps } from '../../casework/apply-household.ts'
import { chronologySchema } from '../../chronology/notification.ts'
import { type AdultId, adultIdSchema, childIdSchema } from '../../kernel/ids.ts'
import { type HouseholdChangeRef, householdChangeSchema } from '../../register/household-change.ts'
import { put } from './actions.ts'
import { householdChangeRow } from './household-rows.ts'
import { adultKey, chronologyKey, householdChangeKey } from './keys.ts'
import { readChildIn } from './register.ts'
import { adultOf } from './register-rows.ts'
import type { Store } from './store.ts'

export const readHouseholdChangeIn =
  (store: Store, casework: string): ApplyHouseholdDeps['readChange'] =>
  async (ref) => {
    const row = await store.get(casework, householdChangeKey(ref))
    return row === undefined ? undefined : householdChangeSchema.parse(row['change'])
  }

const adultsOf = async (
  store: Store,
  register: string,
  { of, id }: Pick<HouseholdChangeRef, 'of' | 'id'>,
): Promise<readonly AdultId[]> => {
  if (of === 'adult') return [adultIdSchema.parse(id)]
  const child = await readChildIn(store, register)(childIdSchema.parse(id))
  return (child?.adults ?? []).map(({ adultId }) => adultId)
}

/** Three round trips at most: the child, its adults, and what is remembered of all their children. */
export const readHeadsIn =
  (
    store: Store,
    tables: { readonly register: string; readonly casework: string },
  ): ApplyHouseholdDeps['readHeads'] =>
  async (ref) => {
    const adultIds = await adultsOf(store, tables.register, ref)
    const rows = await store.batch({ [tables.register]: adultIds.map(adultKey) })
    const links = rows.flatMap((row) => adultOf(row)?.children ?? [])
    const own = ref.of === 'child' ? [ref.id] : []
    const childIds = [...new Set([...own, ...links.map((link) => link.childId)])]
    const heads = await store.batch({ [tables.casework]: childIds.map(chronologyKey) })
    return heads.map((row) => chronologySchema.parse(row['chronology']))
  }

export const markHouseholdAppliedIn =
  (store: Store, casework: string): ApplyHouseholdDeps['markApplied'] =>
  async (change) => {
    await store.transact([put(casework, householdChangeRow(change))])
  }
