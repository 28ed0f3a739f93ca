import * as z from 'zod'
import type { Owner } from '../../agencies/access.ts'
import { type Alert, type ListedAlert, listedAlertSchema } from '../../alerts/alert.ts'
import type { AuditEntry } from '../../audit/audit-entry.ts'
import type { ChildEntry } from '../../chronology/entry.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { AlertId } from '../../kernel/ids.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import { putNew, putVersion } from './actions.ts'
import { alertOf, alertRow, inboxOf, outboxRow } from './alert-rows.ts'
import { auditRows, isFirstOfEntry } from './audit-rows.ts'
import { entryRows } from './chronology-rows.ts'
import { concernRow } from './concern-rows.ts'
import { type Page, type PageRequest, readInbox } from './inbox.ts'
import { alertKey } from './keys.ts'
import { transactInParts } from './left-over.ts'
import type { Row, Store } from './store.ts'

type Tables = { readonly casework: string; readonly audit: string }

export const readAlertIn =
  (store: Store, casework: string) =>
  async (alertId: AlertId): Promise<Alert | undefined> => {
    const row = await store.get(casework, alertKey(alertId))
    return row === undefined ? undefined : alertOf(row)
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
    const core = [
      ...[alert, ...others].map((one) => putVersion(tables.casework, alertRow(one))),
      ...raised.map((one) => putNew(tables.casework, alertRow(one))),
      ...concerns.map((concern) => putVersion(tables.casework, concernRow(concern))),
      ...messages.map((message) => putNew(tables.casework, outboxRow(message))),
    ]
    const said = auditRows(tables.audit, entries)
    const { concernId, alertId, version } = alert
    const result = await transactInParts(store, tables.casework, {
      of: { concernId, alertId, number: version },
      decisive: [...core, ...said.filter(isFirstOfEntry)],
      later: [
        ...chronology.flatMap((entry) => entryRows(tables.casework, entry)),
        ...said.filter((row) => !isFirstOfEntry(row)),
      ],
      since: entries[0]?.at ?? alert.raisedAt,
    })
    return result === 'committed' ? 'committed' : 'changed'
  }

/** The most alerts of an authority's lead alone that are listed. */
const mostOfLead = 100

const orderOf = (row: Row): string => String(row['inboxOrder'])

/**
 * One page of somebody's alerts, the most urgent first and then those due first; `after` is a former page's `next`. What is
 * the lead's alone stands in a list of its own, and for the lead on the first page.
 */
export const listAlertsIn =
  (store: Store, casework: string) =>
  async (
    { owner: { authority = '' }, isOpen, isLead }: Listed,
    page: PageRequest,
  ): Promise<Page<ListedAlert>> => {
    const read = (ofLead: boolean, request: PageRequest): Promise<Page<Row>> =>
      readInbox({ store, casework }, inboxOf(authority, { isOpen, ofLead }), request)
    const [{ items, next }, ofLead] = await Promise.all([
      read(false, page),
      isLead && page.after === undefined
        ? read(true, { limit: mostOfLead, after: undefined })
        : { items: [] },
    ])
    const rows = [...ofLead.items, ...items].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    return { items: rows.map((row) => z.object(listedAlertSchema.shape).parse(row)), next }
  }

type Listed = { readonly owner: Owner; readonly isOpen: boolean; readonly isLead: boolean }
