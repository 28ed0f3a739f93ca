import * as z from 'zod'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { present } from '../kernel/present.ts'
import type { Cursors, Position } from './cursors.ts'
import type { RecordDeps } from './record-refusal.ts'

/** What an auditor asks for; every part given must hold. */
export type AuditFilter = {
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly authority?: string | undefined
  readonly action?: AuditEntry['action'] | undefined
}

export type AuditPosition = Position

/** A stretch of time to read: ISO times, and the day (for reads that go by day). */
export type AuditWindow = { readonly day: string; readonly from: string; readonly to: string }
export type AuditPage = {
  readonly items: readonly AuditEntry[]
  readonly next: AuditPosition | undefined
}

/** Where a reader is: the day, and the place in it; none when that day has not been begun. */
type AuditCursor = { readonly day: string; readonly after?: AuditPosition | undefined }

export type QueryEntries = (
  filter: AuditFilter,
  window: AuditWindow,
  page: { readonly limit: number; readonly after?: AuditPosition },
) => Promise<AuditPage>

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
  readonly query: QueryEntries
  readonly cursors: Cursors
}

export type QueryAuditResult =
  | {
      readonly kind: 'found'
      readonly items: readonly AuditEntry[]
      readonly next: string | undefined
    }
  | { readonly kind: 'begins-too-late' }

/** The end of the span is fixed on the first page, so that pages do not shift while entries are added. */
const cursorSchema = z.strictObject({
  to: z.string(),
  at: z.strictObject({ day: z.string(), after: z.record(z.string(), z.unknown()).optional() }),
})

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
  { query, cursors, record, newId, now: clock }: QueryAuditDeps,
): Promise<QueryAuditResult> => {
  const { from: since, to, limit, ...filter } = question
  const { clientId } = by.caller
  const context = `${clientId}|audit|${questionText(question)}`
  const opened =
    cursor === undefined ? undefined : cursorSchema.parse(await cursors.open(cursor, context))
  const now = clock()
  const from = since && asStored(since)
  const end = opened?.to ?? asStored(to ?? now.toISOString())
  if (from !== undefined && from > end) return { kind: 'begins-too-late' }
  const page = await readPage(filter, { from, to: end, limit, cursor: opened?.at }, query)
  const entry = recorderOf(by, { now, newId })
  const codes = { by: Object.keys(filter).join(' '), count: String(page.items.length) }
  await record([entry('AUDIT_QUERIED', [clientId], { codes })])
  const next = page.next && (await cursors.seal({ to: end, at: page.next }, context))
  return { kind: 'found', items: page.items, next }
}

const daysByDefault = 7
const mostReads = 12
// Sorts before every time; a key may not be empty.
const beginning = '0'
const oneDay = 24 * 60 * 60 * 1000
const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - oneDay).toISOString().slice(0, 10)

/** Asking by record, actor or authority needs one read however long the time; asking by time alone goes day by day. */
const goesByDay = ({ subject, actor, authority }: AuditFilter): boolean =>
  subject === undefined && actor === undefined && authority === undefined

/**
 * Newest first. Without `from`, a question by time alone looks back seven days; any other looks back for ever.
 * A page holds `limit` entries or as many as twelve reads gave; a cursor leads on until there is nothing more.
 */
const readPage = async (
  filter: AuditFilter,
  span: {
    readonly from?: string | undefined
    readonly to: string
    readonly limit: number
    readonly cursor?: AuditCursor | undefined
  },
  query: QueryEntries,
): Promise<{ readonly items: readonly AuditEntry[]; readonly next: AuditCursor | undefined }> => {
  const byDay = goesByDay(filter)
  const from =
    span.from ??
    (byDay ? new Date(Date.parse(span.to) - daysByDefault * oneDay).toISOString() : beginning)
  const items: AuditEntry[] = []
  let at: AuditCursor | undefined = span.cursor ?? { day: span.to.slice(0, 10) }
  for (
    let reads = 0;
    reads < mostReads && at !== undefined && items.length < span.limit;
    reads += 1
  ) {
    const { day, after }: AuditCursor = at
    const page = await query(
      filter,
      { day, from, to: span.to },
      {
        limit: span.limit - items.length,
        ...present({ after }),
      },
    )
    items.push(...page.items)
    at = following({ day, byDay, from }, page.next)
  }
  return { items, next: at }
}

const following = (
  { day, byDay, from }: { readonly day: string; readonly byDay: boolean; readonly from: string },
  next: AuditPosition | undefined,
): AuditCursor | undefined => {
  if (next !== undefined) return { day, after: next }
  return byDay && day > from.slice(0, 10) ? { day: dayBefore(day) } : undefined
}
