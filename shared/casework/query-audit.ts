import * as z from 'zod'
import type { By } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { AuditFilter } from '../audit/audit-filter.ts'
import { present } from '../kernel/present.ts'
import type { Cursors } from './cursors.ts'
import { beginningOf, type ReadAuditDeps, readAuditPage } from './read-audit-page.ts'
import { type RecordQuestionDeps, recordQuestion } from './record-question.ts'

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

export type QueryAuditDeps = RecordQuestionDeps &
  ReadAuditDeps & {
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
export const questionText = (question: object): string =>
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
  const { cursors, now: clock } = deps
  const { from: since, to, limit, ...filter } = question
  const context = `${by.caller.clientId}|audit|${questionText(question)}`
  const opened =
    cursor === undefined ? undefined : cursorSchema.parse(await cursors.open(cursor, context))
  const from = since && asStored(since)
  const end = opened?.to ?? asStored(to ?? clock().toISOString())
  if (from !== undefined && from > end) return { kind: 'begins-too-late' }
  const page = await readAuditPage(
    filter,
    {
      from: from ?? beginningOf(filter, end),
      // Every id of that moment, which are hexadecimal.
      before: opened?.before ?? `${end}~`,
      limit,
    },
    deps,
  )
  await recordQuestion({ by, filter, span: { from, to }, count: page.items.length }, deps)
  const next = page.next && (await cursors.seal({ to: end, before: page.next }, context))
  return { kind: 'found', items: page.items, next, checkpoint: await deps.readNewestNote() }
}
