import { remove } from './actions.ts'
import { arrivalKey } from './keys.ts'
import type { Action, Key, KeyedRow, Row, Store } from './store.ts'

/** That what stands in intake under this key waits to be taken up, since `at`. */
export const arrivalRow = (key: Key, waitingFor: string, at: string): KeyedRow => ({
  ...arrivalKey(key),
  waitingFor,
  waitingUntil: at,
})

/** That it has been, in the transaction that does it. What was received stays as it is. */
export const takenUp = (intake: string, key: Key): Action => remove(intake, arrivalKey(key))

/** What stands in intake under this key, as long as it waits. */
export const readArrived = async (
  store: Store,
  intake: string,
  key: Key,
): Promise<Row | undefined> => {
  const rows = await store.batch({ [intake]: [key, arrivalKey(key)] })
  return rows.length === 2 ? rows.find(({ pk }) => pk === key.pk) : undefined
}
