import type { AuditEntry } from '../../audit/audit-entry.ts'
import type { WatchedSpan } from '../../calendar/watched-day.ts'
import type { ReportUseDeps } from '../../casework/report-use.ts'
import { indexShardsOf, sealedEntryKind, waitingEntryKind, waitingShards } from './audit-rows.ts'
import { readableAmong } from './rows/if-readable.ts'
import { type Query, queryToEnd, type Row, type Store } from './store.ts'

type Tables = { readonly auditEntries: string; readonly auditLog: string }

/** A page: what is read and held at once. */
const perPage = 1000

/** Positions begin with their time, to the millisecond. */
const rangeOf = ({ from, before }: WatchedSpan) =>
  ({ kind: 'between', field: 'sk', from, to: before }) as const

async function* pagesOf(store: Store, query: Query): AsyncGenerator<readonly Row[]> {
  let after: Row | undefined
  do {
    const page = await store.query({ ...query, after, limit: perPage })
    yield page.rows
    after = page.next
  } while (after !== undefined)
}

type Reading = {
  readonly store: Store
  readonly onUnreadable: (error: unknown) => void
}

async function* entriesOf(
  { store, onUnreadable }: Reading,
  query: Query,
  read: (row: Row) => { readonly entry: AuditEntry },
): AsyncGenerator<AuditEntry> {
  for await (const rows of pagesOf(store, query))
    yield* readableAmong(rows, (row) => read(row).entry, onUnreadable)
}

/** The days, as the index has them, that a span touches. */
const daysOf = ({ from, before }: WatchedSpan): readonly string[] => {
  const oneDay = 24 * 60 * 60 * 1000
  const first = Date.parse(from.slice(0, 10))
  const count = Math.floor((Date.parse(before) - 1 - first) / oneDay) + 1
  return Array.from({ length: count }, (_, at) =>
    new Date(first + at * oneDay).toISOString().slice(0, 10),
  )
}

/** One after another, each read to its end. */
async function* inTurn<Item>(parts: readonly (() => AsyncGenerator<Item>)[]): AsyncGenerator<Item> {
  for (const part of parts) yield* part()
}

/**
 * What waits is read first, so that an entry on its way is found in one place or in both. One that cannot be read is told to
 * `onUnreadable` and hides no other.
 */
export const readWatchedEntriesIn = (
  store: Store,
  { auditEntries, auditLog }: Tables,
  onUnreadable: (error: unknown) => void,
): ReportUseDeps['readEntries'] => {
  const reading = { store, onUnreadable }
  return async function* readEntries(span) {
    const range = rangeOf(span)
    const waited = new Set<string>()
    const waiting = waitingShards.map((value) => () => {
      const partition = { field: 'pk', value }
      const query = { table: auditEntries, partition, range, consistent: true }
      return entriesOf(reading, query, waitingEntryKind.read)
    })
    const sealed = daysOf(span)
      .flatMap(indexShardsOf)
      .map((value) => () => {
        const partition = { field: 'day', value }
        const query = { table: auditLog, index: 'day', partition, range }
        return entriesOf(reading, query, sealedEntryKind.read)
      })
    for await (const entry of inTurn(waiting)) {
      waited.add(entry.entryId)
      yield entry
    }
    for await (const entry of inTurn(sealed)) if (!waited.has(entry.entryId)) yield entry
  }
}

/** Whether the child's own entries say so. */
export const wasToldIn =
  (store: Store, auditLog: string): ReportUseDeps['wasTold'] =>
  async ({ authority, childId }, span) => {
    for await (const rows of pagesOf(store, {
      table: auditLog,
      partition: { field: 'pk', value: `SUBJECT#${childId}` },
      range: rangeOf(span),
      filter: { within: 'entry', equals: { authority } },
      descending: true,
    }))
      if (rows.some((row) => toldBy.has(sealedEntryKind.read(row).entry.action))) return true
    return false
  }

const toldBy: ReadonlySet<AuditEntry['action']> = new Set(['ALERT_RAISED', 'ALERT_UPDATED'])

/** Pages of one person's former acts: what is usual shows in so many. */
const mostPages = 20

type Way = { readonly index: 'actor' | 'practitioner'; readonly value: string }

const waysTo = ({
  practitioner,
  clients,
}: Parameters<ReportUseDeps['readActs']>[0]): readonly Way[] =>
  practitioner === undefined
    ? clients.flatMap(indexShardsOf).map((value) => ({ index: 'actor', value }))
    : [{ index: 'practitioner', value: practitioner }]

const newestOf = async (store: Store, query: Query): Promise<readonly Row[]> => {
  const newest: Row[] = []
  let pages = 0
  for await (const rows of pagesOf(store, query)) {
    newest.push(...rows)
    pages += 1
    if (pages >= mostPages) break
  }
  return newest
}

export const readActsIn =
  (store: Store, auditLog: string): ReportUseDeps['readActs'] =>
  async (who, span) => {
    const entries: AuditEntry[] = []
    for (const { index, value } of waysTo(who)) {
      const partition = { field: index, value }
      const range = rangeOf(span)
      const query = { table: auditLog, index, partition, range, descending: true }
      const rows = await newestOf(store, query)
      entries.push(...rows.map((row) => sealedEntryKind.read(row).entry))
    }
    return entries
  }

const acts: ReadonlySet<AuditEntry['action']> = new Set([
  'ALERT_ACKNOWLEDGED',
  'OUTCOME_PROPOSED',
  'OUTCOME_RECORDED',
  'FEEDBACK_GIVEN',
  'TELLING_RECORDED',
  'ALERT_REROUTED',
  'ALERT_MOVED',
])

const isAct = ({ action, codes }: AuditEntry): boolean =>
  acts.has(action) || codes?.['cause'] === 'withdrawn'

export const isActedOnIn =
  (store: Store, auditLog: string): ReportUseDeps['isActedOn'] =>
  async (alertId) => {
    const rows = await queryToEnd(store, {
      table: auditLog,
      partition: { field: 'pk', value: `SUBJECT#${alertId}` },
    })
    return rows.some((row) => isAct(sealedEntryKind.read(row).entry))
  }
