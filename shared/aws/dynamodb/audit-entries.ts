import { type AuditEntry, auditEntrySchema } from '../../audit/audit-entry.ts'
import type {
  AuditFilter,
  AuditPage,
  AuditPosition,
  AuditWindow,
} from '../../casework/query-audit.ts'
import type { Query, Store } from './store.ts'

type Where = { readonly index?: string; readonly name: string; readonly value: string }

/** The narrowest way in: by record, by actor, by authority, or by the day. */
const whereOf = (filter: AuditFilter, day: string): Where => {
  if (filter.subject !== undefined) return { name: 'pk', value: `SUBJECT#${filter.subject}` }
  if (filter.actor !== undefined) return { index: 'actor', name: 'actor', value: filter.actor }
  if (filter.authority !== undefined)
    return { index: 'authority', name: 'authority', value: filter.authority }
  return { index: 'day', name: 'day', value: day }
}

const narrowed = ['actor', 'authority', 'action'] as const

const queryOf = (table: string, filter: AuditFilter, window: AuditWindow): Query => {
  const { index, name, value } = whereOf(filter, window.day)
  const equals = Object.fromEntries(
    narrowed.flatMap((field) =>
      field === name || filter[field] === undefined ? [] : [[field, filter[field]] as const],
    ),
  )
  return {
    table,
    index,
    partition: { field: name, value },
    range: { kind: 'between', field: 'sk', from: window.from, to: `${window.to}~` },
    ...(Object.keys(equals).length > 0 && { filter: { within: 'entry', equals } }),
    descending: true,
  }
}

/** One read of at most `limit` rows, newest first; rows the filter drops make a page shorter, never the trail. */
export const readEntriesIn =
  (store: Store, table: string) =>
  async (
    filter: AuditFilter,
    window: AuditWindow,
    { limit, after }: { readonly limit: number; readonly after?: AuditPosition },
  ): Promise<AuditPage> => {
    const { rows, next } = await store.query({ ...queryOf(table, filter, window), limit, after })
    return { items: rows.map((row): AuditEntry => auditEntrySchema.parse(row['entry'])), next }
  }
