import type { AuditEntry } from '../audit/audit-entry.ts'
import { present } from '../kernel/present.ts'

/** What an auditor asks for; every part given must hold. */
export type AuditFilter = {
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly authority?: string | undefined
  readonly action?: AuditEntry['action'] | undefined
}

/** Where a page ended, as the store says it: opaque to everybody else. */
export type AuditPosition = Readonly<Record<string, unknown>>

/** A stretch of time to read: ISO times, and the day (for reads that go by day). */
export type AuditWindow = { readonly day: string; readonly from: string; readonly to: string }
export type AuditPage = {
  readonly items: readonly AuditEntry[]
  readonly next: AuditPosition | undefined
}

/** Where a reader is: the day, and the place in it; none when that day has not been begun. */
export type AuditCursor = { readonly day: string; readonly after?: AuditPosition | undefined }

export type QueryEntries = (
  filter: AuditFilter,
  window: AuditWindow,
  page: { readonly limit: number; readonly after?: AuditPosition },
) => Promise<AuditPage>

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
 * One page, newest first. Without `from`, a question by time alone looks back seven days; any other looks back for ever.
 * A page holds `limit` entries or as many as twelve reads gave; a cursor leads on until there is nothing more.
 */
export const queryAudit = async (
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
  const isEmpty = from > span.to
  let at: AuditCursor | undefined = isEmpty
    ? undefined
    : (span.cursor ?? { day: span.to.slice(0, 10) })
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
