import * as z from 'zod'
import type { HistoryDeps } from '../../casework/history-of.ts'
import type { ReadAlertDeps } from '../../casework/read-alert.ts'
import { alertIdSchema } from '../../kernel/ids.ts'
import { put } from './actions.ts'
import { openedKey } from './keys.ts'
import type { Store } from './store.ts'

const openedSchema = z.object({ alertId: alertIdSchema })

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
    return rows.map((row) => openedSchema.parse(row).alertId)
  }
