import type { AuditEntry } from '../../audit/audit-entry.ts'
import { entryPosition } from '../../audit/entry-position.ts'
import type { AuditFilter, QueryAuditDeps } from '../../casework/query-audit.ts'
import { sealedEntryKind, waitingEntryKind, waitingShards } from './audit-rows.ts'
import type { Query, Row, Store } from './store.ts'

const narrowed = ['actor', 'authority', 'action'] as const

/** Of each shard, for one page. What waits is normally far less. */
const mostPerShard = 100

const fits = (entry: AuditEntry, { subject, ...filter }: AuditFilter): boolean =>
  narrowed.every((field) => filter[field] === undefined || entry[field] === filter[field]) &&
  (subject === undefined || entry.subjects.includes(subject))

const isBefore =
  (before: string) =>
  (entry: AuditEntry): boolean =>
    entryPosition(entry) < before

/** A page's end, as a position. */
const endOf = (next: Row | undefined): string | undefined =>
  next === undefined ? undefined : String(next['sk'])

/** What waits to be sealed, by all its shards at once, as far back as every one of them was read. */
export const readWaitingIn =
  (store: Store, table: string): QueryAuditDeps['readWaiting'] =>
  async (filter, { from, before }) => {
    const pages = await Promise.all(
      waitingShards.map((value) =>
        store.query({
          table,
          partition: { field: 'pk', value },
          range: { kind: 'between', field: 'sk', from, to: before },
          descending: true,
          limit: mostPerShard,
          consistent: true,
        }),
      ),
    )
    const reached = pages
      .flatMap(({ next }) => endOf(next) ?? [])
      .toSorted()
      .at(-1)
    const entries = pages.flatMap(({ rows }) => rows).map((row) => waitingEntryKind.read(row).entry)
    const items = entries.filter(isBefore(before)).filter((entry) => fits(entry, filter))
    return { items, reached }
  }

type Where = Pick<Query, 'index' | 'partition' | 'consistent'>

/** The narrowest way in: by record, by actor, by authority, or by the day. An index trails the table by a moment. */
const whereOf = (filter: AuditFilter, day: string): Where => {
  const { subject, actor, authority } = filter
  if (subject !== undefined)
    return { partition: { field: 'pk', value: `SUBJECT#${subject}` }, consistent: true }
  if (actor !== undefined) return { index: 'actor', partition: { field: 'actor', value: actor } }
  if (authority !== undefined)
    return { index: 'authority', partition: { field: 'authority', value: authority } }
  return { index: 'day', partition: { field: 'day', value: day } }
}

/** One read of what is sealed, newest first; rows the filter drops make a page shorter, never the trail. */
export const readSealedIn =
  (store: Store, table: string): QueryAuditDeps['readSealed'] =>
  async (filter, { day, from, before, limit }) => {
    const where = whereOf(filter, day)
    const equals = Object.fromEntries(
      narrowed.flatMap((field) =>
        field === where.partition.field || filter[field] === undefined
          ? []
          : [[field, filter[field]] as const],
      ),
    )
    const { rows, next } = await store.query({
      table,
      ...where,
      range: { kind: 'between', field: 'sk', from, to: before },
      ...(Object.keys(equals).length > 0 && { filter: { within: 'entry', equals } }),
      descending: true,
      // One more than is wanted: the entry at `before`, where there is one, is in the range and left out.
      limit: limit + 1,
    })
    const entries = rows.map((row) => sealedEntryKind.read(row).entry)
    return { items: entries.filter(isBefore(before)), reached: endOf(next) }
  }
