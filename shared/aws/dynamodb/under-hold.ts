import { isHeld } from '../../audit/legal-hold.ts'
import type { Clock } from '../../kernel/clock.ts'
import { concernIdSchema } from '../../kernel/ids.ts'
import { timeOfUuid } from '../../kernel/uuid-v7.ts'
import type { CountDeps } from './count-conservation.ts'
import { readPeopleOfIn } from './expire-concern.ts'
import { readHoldsIn } from './legal-holds.ts'
import type { Store } from './store.ts'

/** Whether a legal hold keeps a concern: it, its people or the day on which it was received. */
export const isUnderHoldIn = (
  store: Store,
  tables: { readonly directory: string; readonly casework: string },
  now: Clock,
): NonNullable<CountDeps['isUnderHold']> => {
  const readHolds = readHoldsIn(store, tables.directory)
  const readPeople = readPeopleOfIn(store, tables.casework)
  return async (id) => {
    const holds = await readHolds()
    if (holds.length === 0) return false
    const subjects = [id, ...(await readPeople(concernIdSchema.parse(id)))]
    return isHeld({ at: timeOfUuid(id).toISOString(), subjects }, holds, now())
  }
}
