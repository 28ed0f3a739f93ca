import type { TidyWaitingDeps } from '../../casework/tidy-waiting.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../../kernel/until-it-holds.ts'
import type { Unfinished } from '../../register/register-change.ts'
import { nextRevision, remove } from './actions.ts'
import { chunksOf } from './chunks-of.ts'
import { indexKey, personKey, unfinishedKey } from './keys.ts'
import { adultOf, childOf, foundIn, unfinishedKeysIn } from './register-rows.ts'
import type { Store } from './store.ts'

type Tables = { readonly register: string; readonly casework: string }

/** Beside the entries: the count of the record's writes. */
const mostCleared = mostActions - 1

const clear = (
  store: Store,
  register: string,
  { of, id, keys }: Unfinished & { readonly keys: readonly string[] },
): Promise<boolean> =>
  untilItHolds(
    async () => {
      const place = personKey(of, id)
      const row = await store.get(register, place)
      const { record, revision } = foundIn(row, (one) => childOf(one) ?? adultOf(one))
      const listed = new Set(record?.keys)
      const stale = keys.filter((key) => !listed.has(key))
      if (stale.length === 0) return false
      const result = await store.transact([
        nextRevision(register, place, revision),
        ...stale.map((key) => remove(register, indexKey(key, of, id))),
      ])
      return result === 'committed' || 'changed'
    },
    storeBusy(`a record was still changing after ${mostAttempts} rounds`),
  )

/**
 * Clears the entries of an attempt's keys that the record does not list, whether the attempt failed, died, or made them
 * stale. Each batch counts as a write of the record, so that whoever has put an entry back since they read it, for a
 * version not yet written, must begin again and misses none. A second try finds nothing left to do.
 * @throws HubError store-busy when the record would not hold still; the next sweep then goes on
 */
export const tidyIndexIn =
  (store: Store, { register, casework }: Tables): TidyWaitingDeps['tidy'] =>
  async (unfinished) => {
    const waiting = await store.get(casework, unfinishedKey(unfinished))
    if (waiting === undefined) return false
    for (const keys of chunksOf(unfinishedKeysIn(waiting), mostCleared))
      await clear(store, register, { ...unfinished, keys })
    await store.transact([remove(casework, unfinishedKey(unfinished))])
    return true
  }
