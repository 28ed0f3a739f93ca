import * as z from 'zod'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { entryPosition } from '../audit/entry-position.ts'
import { isFunctionName } from '../config/functions.ts'
import { present } from '../kernel/present.ts'
import type { Cursors } from './cursors.ts'
import type { RecordDeps } from './record-refusal.ts'

/** What an auditor asks for; every part given must hold. */
export type AuditFilter = {
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly authority?: string | undefined
  readonly action?: AuditEntry['action'] | undefined
}

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

/** What is asked: entries that fit, within a span of time, so many at once. Times are ISO, as the caller wrote them. */
export type AuditQuestion = AuditFilter & {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit: number
}

export type QueryAuditInput = {
  readonly by: By
  readonly question: AuditQuestion
  readonly cursor?: string | undefined
}

export type QueryAuditDeps = RecordDeps & {
  /** Entries that wait to be sealed. */
  readonly readWaiting: (filter: AuditFilter, span: AuditSpan) => Promise<AuditPage>
  /** Sealed entries, newest first, of the day where nothing narrower is asked for; one read. */
  readonly readSealed: (
    filter: AuditFilter,
    span: AuditSpan & { readonly day: string; readonly limit: number },
  ) => Promise<AuditPage>
  /** The signed note of the newest checkpoint; none before anything is sealed. */
  readonly readNewestNote: () => Promise<string | undefined>
  readonly cursors: Cursors
}

export type QueryAuditResult =
  | {
      readonly kind: 'found'
      readonly items: readonly AuditEntry[]
      readonly next: string | undefined
      /** For the auditor to keep: whoever holds it can tell whether the log was written anew since. */
      readonly checkpoint: string | undefined
    }
  | { readonly kind: 'begins-too-late' }

/** The end of the span is fixed on the first page, so that pages do not shift while entries are added. */
const cursorSchema = z.strictObject({ to: z.string(), before: z.string() })

/** Times are compared as text, so they are put as entries have them: in milliseconds. */
const asStored = (instant: string): string => new Date(instant).toISOString()

/** The question as text, part by part: what a cursor is good for. */
export const questionText = (question: AuditQuestion): string =>
  new URLSearchParams(
    Object.entries(present(question)).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  ).toString()

/**
 * One page of who did what, newest first. Asking is an entry too, and is written before anything is disclosed.
 * @throws HubError request-invalid when the cursor was not made for this caller and question
 */
export const queryAudit = async (
  { by, question, cursor }: QueryAuditInput,
  deps: QueryAuditDeps,
): Promise<QueryAuditResult> => {
  const { cursors, record, newId, now: clock } = deps
  const { from: since, to, limit, ...filter } = question
  const { clientId } = by.caller
  const context = `${clientId}|audit|${questionText(question)}`
  const opened =
    cursor === undefined ? undefined : cursorSchema.parse(await cursors.open(cursor, context))
  const now = clock()
  const from = since && asStored(since)
  const end = opened?.to ?? asStored(to ?? now.toISOString())
  if (from !== undefined && from > end) return { kind: 'begins-too-late' }
  const page = await readPage(
    filter,
    {
      from: from ?? beginningOf(filter, end),
      // Every id of that moment, which are hexadecimal.
      before: opened?.before ?? `${end}~`,
      limit,
    },
    deps,
  )
  const entry = recorderOf(by, { now, newId })
  const codes = { by: Object.keys(filter).join(' '), count: String(page.items.length) }
  await record(entry('AUDIT_QUERIED', [clientId], { codes }))
  const next = page.next && (await cursors.seal({ to: end, before: page.next }, context))
  return { kind: 'found', items: page.items, next, checkpoint: await deps.readNewestNote() }
}

const daysByDefault = 7
const mostReads = 12
// Sorts before every time; a key may not be empty.
const beginning = '0'
const dayLength = '2026-11-26'.length
const oneDay = 24 * 60 * 60 * 1000
const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - oneDay).toISOString().slice(0, 10)

/** Asking by record, client or authority needs one read however long the time; by time alone, or by a function of the hub, goes day by day. */
const goesByDay = ({ subject, actor, authority }: AuditFilter): boolean =>
  subject === undefined && (actor === undefined || isFunctionName(actor)) && authority === undefined

/** Without `from`, a question by time alone looks back seven days; any other looks back for ever. */
const beginningOf = (filter: AuditFilter, end: string): string =>
  goesByDay(filter) ? new Date(Date.parse(end) - daysByDefault * oneDay).toISOString() : beginning

type Wanted = AuditSpan & { readonly limit: number }

/**
 * Newest first: what waits and what is sealed stand in one order, which does not change when an entry is sealed. What
 * waits is read first, so that an entry on its way is found in one place or in both. A page holds `limit` entries or as
 * many as its reads gave, and ends where one of them ended; a cursor leads on until there is nothing more.
 */
const readPage = async (
  filter: AuditFilter,
  { from, before, limit }: Wanted,
  { readWaiting, readSealed }: QueryAuditDeps,
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
  readSealed: QueryAuditDeps['readSealed'],
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
