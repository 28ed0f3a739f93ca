import type { AuditEntry } from '../../audit/audit-entry.ts'
import {
  type AuditFilter,
  exactParts,
  fits,
  type WayIn,
  wayInto,
} from '../../audit/audit-filter.ts'
import { entryPosition } from '../../audit/entry-position.ts'
import type { ReadAuditDeps } from '../../casework/read-audit-page.ts'
import { indexShardsOf, sealedEntryKind, waitingEntryKind, waitingShards } from './audit-rows.ts'
import { ifReadable } from './rows/if-readable.ts'
import type { Query, QueryPage, Row, Store } from './store.ts'

/** Of each shard, for one page. What waits is normally far less. */
const mostPerShard = 100

/** Rows that one read looks at, where some of them are dropped. */
const mostLookedAt = 100

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

/** One that cannot be read hides no other: of it the log itself tells, as soon as it is sealed. */
const readableIn = (row: Row): readonly AuditEntry[] | AuditEntry =>
  ifReadable(() => waitingEntryKind.read(row).entry) ?? []

/** What waits to be sealed, by all its shards at once, as far back as every one of them was read. */
export const readWaitingIn =
  (store: Store, table: string): ReadAuditDeps['readWaiting'] =>
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
    const entries = pages.flatMap(({ rows }) => rows).flatMap(readableIn)
    const items = entries.filter(isBefore(before)).filter((entry) => fits(entry, filter))
    return { items, reached }
  }

/** Partitions to read, all at once, and which part of the question they answer by themselves. */
type Where = {
  readonly places: readonly Pick<Query, 'index' | 'partition' | 'consistent'>[]
  readonly answers: keyof AuditFilter | undefined
}

type Index = 'actor' | 'action' | 'refused' | 'purpose' | 'day'
const sharded = (index: Index, value: string): Where['places'] =>
  indexShardsOf(value).map((shard) => ({ index, partition: { field: index, value: shard } }))

const whole = (
  index: 'caseReference' | 'practitioner' | 'agency' | 'authority',
  value: string,
): Where['places'] => [{ index, partition: { field: index, value } }]

const ofSubject = (value: string): Where['places'] => [
  { partition: { field: 'pk', value: `SUBJECT#${value}` }, consistent: true },
]

/** Where each way in leads. An index trails the table by a moment. */
const leadsTo = {
  subject: (value) => ({ places: ofSubject(value), answers: 'subject' }),
  askedFor: (value) => ({ places: ofSubject(value), answers: undefined }),
  caseReference: (value) => ({ places: whole('caseReference', value), answers: 'caseReference' }),
  practitioner: (value) => ({ places: whole('practitioner', value), answers: 'practitioner' }),
  rareAction: (value) => ({ places: sharded('action', value), answers: 'action' }),
  actor: (value) => ({ places: sharded('actor', value), answers: 'actor' }),
  refused: (value) => ({ places: sharded('refused', value), answers: 'outcome' }),
  agency: (value) => ({ places: whole('agency', value), answers: 'agency' }),
  authority: (value) => ({ places: whole('authority', value), answers: 'authority' }),
  action: (value) => ({ places: sharded('action', value), answers: 'action' }),
  purpose: (value) => ({ places: sharded('purpose', value), answers: 'purpose' }),
  day: (value) => ({ places: sharded('day', value), answers: undefined }),
} as const satisfies Readonly<Record<WayIn['by'], (value: string) => Where>>

const whereOf = (filter: AuditFilter, day: string): Where => {
  const way = wayInto(filter)
  return leadsTo[way.by](way.by === 'day' ? day : way.value)
}

/** What of the question the way in leaves to be looked at, where the table itself can look. */
const equalsOf = (
  filter: AuditFilter,
  answers: Where['answers'],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    exactParts.flatMap((part) => {
      const value = filter[part]
      return part === answers || value === undefined ? [] : [[part, value] as const]
    }),
  )

/** Whether a row found may be one that was not asked for. */
const drops = (filter: AuditFilter, answers: Where['answers']): boolean =>
  Object.entries(filter).some(([part, value]) => value !== undefined && part !== answers)

/**
 * One read of what is sealed, newest first, by all shards at once where it has several, as far back as every one of them
 * was read; rows the filter drops make a page shorter, never the trail.
 */
export const readSealedIn =
  (store: Store, table: string): ReadAuditDeps['readSealed'] =>
  async (filter, { day, from, before, limit }) => {
    const { places, answers } = whereOf(filter, day)
    const equals = equalsOf(filter, answers)
    const pages = await Promise.all(
      places.map((where) =>
        store.query({
          table,
          ...where,
          range: { kind: 'between', field: 'sk', from, to: before },
          ...(Object.keys(equals).length > 0 && { filter: { within: 'entry', equals } }),
          descending: true,
          // One more than is wanted: the entry at `before`, where there is one, is in the range and left out.
          limit: drops(filter, answers) ? mostLookedAt + 1 : limit + 1,
        }),
      ),
    )
    const reached = furthest(pages)
    const entries = pages.flatMap(({ rows }) => rows).map((row) => sealedEntryKind.read(row).entry)
    return {
      items: entries
        .filter(isBefore(before))
        .filter(isAsFar(reached))
        .filter((entry) => fits(entry, filter)),
      reached,
    }
  }
