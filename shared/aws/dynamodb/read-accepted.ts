import { type Accepted, asAccepted, nothingAccepted } from '../../concerns/accepted.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import { readConcernIn } from './concerns.ts'
import { consentChangeKind } from './consent-changes.ts'
import { consentChangeKey, newestChangeKey, withdrawalKey } from './keys.ts'
import { newestChangeKind } from './newest-change.ts'
import { queryToEnd, type Store } from './store.ts'
import { withdrawalKind } from './withdrawals.ts'

/** What was accepted of a concern since it was sent. Of the most, of which nothing was, one row that is not there. */
export const readAcceptedIn =
  (store: Store, intake: string) =>
  async (concernId: ConcernId): Promise<Accepted> => {
    // Before the changes: what is accepted in between replaces it, and is refused at the commit.
    const [mark] = await store.batch({ [intake]: [newestChangeKey(concernId)] })
    if (mark === undefined) return nothingAccepted
    const rowsFrom = ({ pk, sk }: ReturnType<typeof consentChangeKey>) =>
      queryToEnd(store, {
        table: intake,
        partition: { field: 'pk', value: pk },
        range: { kind: 'begins', field: 'sk', with: sk },
        consistent: true,
      })
    const [consents, withdrawals] = await Promise.all([
      rowsFrom(consentChangeKey(concernId, '')),
      rowsFrom(withdrawalKey(concernId, '')),
    ])
    return {
      newest: newestChangeKind.read(mark).changeId,
      consents: consents.map((row) => consentChangeKind.read(row).change),
      withdrawals: withdrawals.map((row) => withdrawalKind.read(row).withdrawal),
    }
  }

/** A concern for whoever reads of it: what its sender has changed holds before it is applied. */
export const readAsAcceptedIn = (
  store: Store,
  tables: { readonly intake: string; readonly casework: string },
) => {
  const read = readConcernIn(store, tables)
  const readAccepted = readAcceptedIn(store, tables.intake)
  return async (concernId: ConcernId): Promise<StoredConcern | undefined> => {
    const [stored, accepted] = await Promise.all([read(concernId), readAccepted(concernId)])
    return stored && asAccepted(stored, accepted)
  }
}
