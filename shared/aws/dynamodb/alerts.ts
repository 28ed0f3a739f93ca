import type { Alert, ListedAlert } from '../../alerts/alert.ts'
import type { AuditEntry } from '../../audit/audit-entry.ts'
import type { ReadList } from '../../casework/list-page.ts'
import type { ChildEntry } from '../../chronology/entry.ts'
import { urgencyOf } from '../../codes/response-times.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { AlertId } from '../../kernel/ids.ts'
import { joinAlso } from '../../logging/joined.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import { put, putNew, putVersion } from './actions.ts'
import { alertLineKind } from './alert-kinds.ts'
import { alertOf, alertRow, inboxOf, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { entryRows } from './chronology-rows.ts'
import { putConcern } from './concern-rows.ts'
import { naming } from './entries-of-moves.ts'
import { type Inbox, listInboxIn } from './inbox.ts'
import { alertKey } from './keys.ts'
import { transactInParts } from './left-over.ts'
import { childAlertRows } from './related-alerts.ts'
import type { Store } from './store.ts'

type Tables = { readonly casework: string; readonly auditEntries: string }

export const readAlertIn =
  (store: Store, casework: string) =>
  async (alertId: AlertId): Promise<Alert | undefined> => {
    const row = await store.get(casework, alertKey(alertId))
    if (row === undefined) return undefined
    const alert = alertOf(row)
    joinAlso({ concernId: alert.concernId })
    return alert
  }

/** Those of these alerts that are there. */
export const readAlertsIn =
  (store: Store, casework: string) =>
  async (alertIds: readonly AlertId[]): Promise<readonly Alert[]> => {
    if (alertIds.length === 0) return []
    const rows = await store.batch({ [casework]: alertIds.map(alertKey) })
    return rows.map(alertOf)
  }

/** What one answer or chase changes: the alert, other authorities' alerts with it, and what goes with that. */
export type AlertCommit = {
  readonly alert: Alert
  readonly others?: readonly Alert[]
  readonly raised?: readonly Alert[]
  readonly concerns?: readonly StoredConcern[]
  readonly messages?: readonly OutboxMessage[]
  readonly chronology?: readonly ChildEntry[]
  readonly entries: readonly AuditEntry[]
}

/** All of it, if neither the alert nor the concern has moved since it was read. */
export const commitAlertIn =
  (store: Store, tables: Tables) =>
  async ({
    alert,
    others = [],
    raised = [],
    concerns = [],
    messages = [],
    chronology = [],
    entries,
  }: AlertCommit): Promise<'committed' | 'changed'> => {
    const decisive = [
      ...[alert, ...others].map((one) => putVersion(tables.casework, alertRow(one))),
      ...raised.map((one) => putNew(tables.casework, alertRow(one))),
      ...concerns.map((concern) => putConcern(tables.casework, concern)),
      ...messages.map((message) => putNew(tables.casework, outboxRow(message))),
      ...auditRows(
        tables.auditEntries,
        naming(entries, { alerts: [alert, ...others, ...raised], concerns }),
      ),
    ]
    const { concernId, alertId, version } = alert
    const result = await transactInParts(store, tables.casework, {
      of: { concernId, alertId, number: version },
      decisive,
      later: [
        ...chronology.flatMap((entry) => entryRows(tables.casework, entry)),
        ...[...raised, ...others].flatMap((one) =>
          one.inherited === undefined
            ? []
            : childAlertRows(one).map((row) => put(tables.casework, row)),
        ),
      ],
      since: entries[0]?.at ?? alert.raisedAt,
      urgency: urgencyOf(alert.harm),
    })
    return result === 'committed' ? 'committed' : 'changed'
  }

/** Alerts of an authority, the most urgent first and then those due first. */
const alertsInbox: Inbox<ListedAlert> = {
  partitionOf: ({ owner: { authority = '' }, ...standing }) => inboxOf(authority, standing),
  itemOf: alertLineKind.read,
}

export const listAlertsIn = (
  store: Store,
  casework: string,
  onUnreadable: (error: unknown) => void,
): ReadList<ListedAlert> => listInboxIn({ store, casework, onUnreadable }, alertsInbox)
