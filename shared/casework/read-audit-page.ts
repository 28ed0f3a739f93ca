import type { AuditEntry } from '../audit/audit-entry.ts'
import { type AuditFilter, wayInto } from '../audit/audit-filter.ts'
import { entryPosition } from '../audit/entry-position.ts'

/**
 * Part of the one line of time on which every entry has its position, sealed or not: from a position, or the beginning of
 * a day, to before another.
 */
export type AuditSpan = { readonly from: string; readonly before: string }

/** Entries of a span, and the position down to which it was read; undefined when it was read whole. */
export type AuditPage = {
  readonly items: readonly AuditEntry[]
  readonly reached: string | undefined
}

export type ReadAuditDeps = {
  /** Entries that wait to be sealed. */
  readonly readWaiting: (filter: AuditFilter, span: AuditSpan) => Promise<AuditPage>
  /** Sealed entries, newest first, of the day where nothing narrower is asked for; one read of each shard. */
  readonly readSealed: (
    filter: AuditFilter,
    span: AuditSpan & { readonly day: string; readonly limit: number },
  ) => Promise<AuditPage>
}

export const oneDay = 24 * 60 * 60 * 1000
const daysByDefault = 7
const mostReads = 12
// Sorts before every time; a key may not be empty.
const beginning = '0'
const dayLength = '2026-11-26'.length
const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - oneDay).toISOString().slice(0, 10)

/** Any other question needs one read however long the time; one by time alone, or by a function of the hub, goes day by day. */
const goesByDay = (filter: AuditFilter): boolean => wayInto(filter).by === 'day'

/** Without `from`, a question by time alone looks back seven days; any other looks back for ever. */
export const beginningOf = (filter: AuditFilter, end: string): string =>
  goesByDay(filter) ? new Date(Date.parse(end) - daysByDefault * oneDay).toISOString() : beginning

type Wanted = AuditSpan & { readonly limit: number }

/**
 * Newest first: what waits and what is sealed stand in one order, which does not change when an entry is sealed. What
 * waits is read first, so that an entry on its way is found in one place or in both. A page holds `limit` entries or as
 * many as its reads gave, and ends where one of them ended; a cursor leads on until there is nothing more.
 */
export const readAuditPage = async (
  filter: AuditFilter,
  { from, before, limit }: Wanted,
  { readWaiting, readSealed }: ReadAuditDeps,
): Promise<{ readonly items: readonly AuditEntry[]; readonly next: string | undefined }> => {
  const waiting = await readWaiting(filter, { from, before })
  const span = { from: waiting.reached ?? from, before, limit }
  const sealed = await sealedIn(filter, span, readSealed)
  const reached = sealed.reached ?? waiting.reached
  const byId = new Map([...waiting.items, ...sealed.items].map((entry) => [entry.entryId, entry]))
  const ordered = [...byId.values()]
    .filter((entry) => reached === undefined || entryPosition(entry) >= reached)
    .toSorted((one, other) => (entryPosition(one) < entryPosition(other) ? 1 : -1))
  const items = ordered.slice(0, limit)
  const last = items.at(-1)
  const next = ordered.length > limit && last !== undefined ? entryPosition(last) : reached
  return { items, next }
}

/** What of a span is sealed: up to twelve reads, within a day or from day to day. */
const sealedIn = async (
  filter: AuditFilter,
  { from, before, limit }: Wanted,
  readSealed: ReadAuditDeps['readSealed'],
): Promise<AuditPage> => {
  const items: AuditEntry[] = []
  let at: string | undefined = before
  for (let reads = 0; reads < mostReads && at !== undefined && items.length < limit; reads += 1) {
    const day = dayAt(at)
    const span = { day, from, before: at, limit: limit - items.length }
    const page: AuditPage = await readSealed(filter, span)
    items.push(...page.items)
    at = page.reached ?? (goesByDay(filter) && day > from.slice(0, dayLength) ? day : undefined)
  }
  return { items, reached: at }
}

/** The day that a reader reads who is before this position: at the beginning of one day it is the day before. */
const dayAt = (position: string): string =>
  position.length > dayLength ? position.slice(0, dayLength) : dayBefore(position)
