import { type ContestedAlert, contestedAlertOf } from '../../alerts/contested-alert.ts'
import { type AlertId, alertIdSchema } from '../../kernel/ids.ts'
import { sideBySide } from '../../kernel/side-by-side.ts'
import { inboxOf } from './alert-rows.ts'
import { readAlertsIn } from './alerts.ts'
import { queryToEnd, type Store } from './store.ts'

/** Authorities that are asked about at once: within what the index gives a moment. */
const atOnce = 20

/** Of one authority, and of its lead alone: alerts whose answer is contested, whoever decides again, or of whose silence the partnership is asked. */
const contestedOf = async (
  store: Store,
  casework: string,
  authority: string,
): Promise<readonly AlertId[]> => {
  const lists = await Promise.all(
    [false, true].map((ofLead) =>
      queryToEnd(store, {
        table: casework,
        index: 'inbox',
        partition: { field: 'inbox', value: inboxOf(authority, { isOpen: true, ofLead }) },
      }),
    ),
  )
  return lists
    .flat()
    .filter(({ state, asked }) => state === 'CHALLENGED' || asked === 'partnership-lead')
    .flatMap(({ alertId }) => alertIdSchema.safeParse(alertId).data ?? [])
}

/** What has reached the partnership of these authorities and waits for an answer, those due first. */
export const listContestedIn =
  (store: Store, casework: string) =>
  async (authorities: readonly string[]): Promise<readonly ContestedAlert[]> => {
    const ids: AlertId[] = []
    await sideBySide(authorities, atOnce, async (one) => {
      ids.push(...(await contestedOf(store, casework, one)))
    })
    const alerts = await readAlertsIn(store, casework)(ids)
    return alerts
      .flatMap((alert) => contestedAlertOf(alert) ?? [])
      .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  }
