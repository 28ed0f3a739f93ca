import type { ApplyHouseholdDeps } from '../../casework/apply-household.ts'
import { put } from './actions.ts'
import { householdChangeKind, householdChangeRow } from './household-rows.ts'
import { householdChangeKey } from './keys.ts'
import type { Store } from './store.ts'

export const readHouseholdChangeIn =
  (store: Store, casework: string): ApplyHouseholdDeps['readChange'] =>
  async (ref) => {
    const row = await store.get(casework, householdChangeKey(ref))
    return row === undefined ? undefined : householdChangeKind.read(row).change
  }

export const markHouseholdAppliedIn =
  (store: Store, casework: string): ApplyHouseholdDeps['markApplied'] =>
  async (change) => {
    await store.transact([put(casework, householdChangeRow(change))])
  }
