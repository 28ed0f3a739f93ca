import type { Urgency } from '../../codes/response-times.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import { remove } from './actions.ts'
import { arrivalKey, concernKey } from './keys.ts'
import type { Action, Key, KeyedRow, Row, Store } from './store.ts'
import { waitingIn } from './waiting-place.ts'

/** Since when something waits to be taken up, and how soon somebody must look. */
type Arrived = { readonly at: string; readonly urgency: Urgency }

/** That what stands in intake under this key, which is its concern's, waits to be taken up. */
export const arrivalRow = (key: Key, kind: string, { at, urgency }: Arrived): KeyedRow => ({
  ...arrivalKey(key),
  waitingFor: waitingIn(kind, key.pk.slice(key.pk.indexOf('#') + 1), urgency),
  waitingUntil: at,
})

/** That it has been, in the transaction that does it. What was received stays as it is. */
export const takenUp = (intake: string, key: Key): Action => remove(intake, arrivalKey(key))

/** Ends the wait of a concern of which casework holds a state, and in it the effect of having taken it up; else changes nothing. */
export const endWaitIn =
  (store: Store, { intake, casework }: { readonly intake: string; readonly casework: string }) =>
  async (concernId: ConcernId): Promise<void> => {
    const key = concernKey(concernId)
    await store.transact([
      takenUp(intake, key),
      { kind: 'check', table: casework, key, condition: { kind: 'has', field: 'standing' } },
    ])
  }

/** What stands in intake under this key, as long as it waits. */
export const readArrived = async (
  store: Store,
  intake: string,
  key: Key,
): Promise<Row | undefined> => {
  const rows = await store.batch({ [intake]: [key, arrivalKey(key)] })
  return rows.length === 2 ? rows.find(({ pk }) => pk === key.pk) : undefined
}
