import type { HistoryDeps } from '../../casework/history-of.ts'
import type { ReadAlertDeps } from '../../casework/read-alert.ts'
import { openedAlertKind } from './alert-kinds.ts'
import { openedKey } from './keys.ts'
import type { Store } from './store.ts'

/**
 * Takes down that an alert was opened, and by whom; the audit log keeps every reading, this the last, and which version a person
 * saw last, whatever fetched it since.
 */
export const markOpenedIn =
  (store: Store, casework: string): ReadAlertDeps['markOpened'] =>
  async ({ byPerson, isVouchedFor, ...opened }) => {
    await store.update(casework, {
      key: openedKey(opened.alertId),
      set: {
        ...opened,
        ...(isVouchedFor === true && { isVouchedFor }),
        ...(byPerson && { seen: opened.version }),
      },
      ...(isVouchedFor !== true && { remove: ['isVouchedFor'] }),
    })
  }

/** Those of the alerts that somebody of their authority has opened: nobody else can. */
export const openedAmongIn =
  (store: Store, casework: string): HistoryDeps['openedAmong'] =>
  async (alertIds) => {
    const rows = await store.batch({ [casework]: alertIds.map(openedKey) })
    return rows.map((row) => openedAlertKind.read(row).alertId)
  }
