import type { HistoryDeps } from '../../casework/history-of.ts'
import type { ReadAlertDeps } from '../../casework/read-alert.ts'
import { put } from './actions.ts'
import { openedAlertKind } from './alert-kinds.ts'
import { openedKey } from './keys.ts'
import type { Store } from './store.ts'

/** Takes down that an alert was opened, and by whom; the audit log keeps every reading, this the last. */
export const markOpenedIn =
  (store: Store, casework: string): ReadAlertDeps['markOpened'] =>
  async ({ alertId, ...opened }) => {
    await store.transact([put(casework, { ...openedKey(alertId), alertId, ...opened })])
  }

/** Those of the alerts that somebody of their authority has opened: nobody else can. */
export const openedAmongIn =
  (store: Store, casework: string): HistoryDeps['openedAmong'] =>
  async (alertIds) => {
    const rows = await store.batch({ [casework]: alertIds.map(openedKey) })
    return rows.map((row) => openedAlertKind.read(row).alertId)
  }
