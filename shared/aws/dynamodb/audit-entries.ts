import type { AuditEntry } from '../../audit/audit-entry.ts'
import { entryPosition } from '../../audit/entry-position.ts'
import type { AuditFilter, QueryAuditDeps } from '../../casework/query-audit.ts'
import { isFunctionName } from '../../config/functions.ts'
import { indexShardsOf, sealedEntryKind, waitingEntryKind, waitingShards } from './audit-rows.ts'
import type { Query, QueryPage, Row, Store } from './store.ts'

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

/** How far back every one of these pages was read; undefined when all were read whole. */
const furthest = (pages: readonly QueryPage[]): string | undefined =>
  pages
    .flatMap(({ next }) => endOf(next) ?? [])
    .toSorted()
    .at(-1)

const isAsFar =
  (reached: string | undefined) =>
  (entry: AuditEntry): boolean =>
    reached === undefined || entryPosition(entry) >= reached

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
    const reached = furthest(pages)
    const entries = pages.flatMap(({ rows }) => rows).map((row) => waitingEntryKind.read(row).entry)
    const items = entries.filter(isBefore(before)).filter((entry) => fits(entry, filter))
    return { items, reached }
  }

type Where = Pick<Query, 'index' | 'partition' | 'consistent'>

const shardsOf = (field: 'actor' | 'day', value: string): readonly Where[] =>
  indexShardsOf(value).map((shard) => ({ index: field, partition: { field, value: shard } }))

/** The narrowest way in: by record, by client, by authority, or by the day. An index trails the table by a moment. */
const waysIn = (filter: AuditFilter, day: string): readonly Where[] => {
  const { subject, actor, authority } = filter
  if (subject !== undefined)
    return [{ partition: { field: 'pk', value: `SUBJECT#${subject}` }, consistent: true }]
  if (actor !== undefined && !isFunctionName(actor)) return shardsOf('actor', actor)
  if (authority !== undefined)
    return [{ index: 'authority', partition: { field: 'authority', value: authority } }]
  return shardsOf('day', day)
}

/** What of the filter the way in leaves to be looked at. */
const equalsOf = (filter: AuditFilter, where: Where): Readonly<Record<string, string>> =>
  Object.fromEntries(
    narrowed.flatMap((field) => {
      const value = filter[field]
      return field === where.partition.field || value === undefined ? [] : [[field, value] as const]
    }),
  )

/**
 * One read of what is sealed, newest first, by all shards at once where it has several, as far back as every one of them
 * was read; rows the filter drops make a page shorter, never the trail.
 */
export const readSealedIn =
  (store: Store, table: string): QueryAuditDeps['readSealed'] =>
  async (filter, { day, from, before, limit }) => {
    const ways = waysIn(filter, day)
    const pages = await Promise.all(
      ways.map((where) => {
        const equals = equalsOf(filter, where)
        return store.query({
          table,
          ...where,
          range: { kind: 'between', field: 'sk', from, to: before },
          ...(Object.keys(equals).length > 0 && { filter: { within: 'entry', equals } }),
          descending: true,
          // One more than is wanted: the entry at `before`, where there is one, is in the range and left out.
          limit: limit + 1,
        })
      }),
    )
    const reached = furthest(pages)
    const entries = pages.flatMap(({ rows }) => rows).map((row) => sealedEntryKind.read(row).entry)
    return { items: entries.filter(isBefore(before)).filter(isAsFar(reached)), reached }
  }
