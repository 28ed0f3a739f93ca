import * as z from 'zod'
import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import type { Cursors } from '../../shared/casework/cursors.ts'
import { type QueryEntries, queryAudit } from '../../shared/casework/query-audit.ts'
import { listAuditEntriesContract } from '../../shared/http/contracts/audit.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type PipelineDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { NewId } from '../../shared/kernel/ids.ts'

export type Deps = PipelineDeps & {
  readonly query: QueryEntries
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly cursors: Cursors
  readonly newId: NewId
}

/** The end of the span is fixed on the first page, so that pages do not shift while entries are added. */
const cursorSchema = z.strictObject({
  to: z.string(),
  at: z.strictObject({ day: z.string(), after: z.record(z.string(), z.unknown()).optional() }),
})

type Query = z.infer<typeof listAuditEntriesContract.query>

/** The question without its place in the answer: what a cursor is tied to, and what the next link repeats. */
const questionOf = ({ cursor: _, ...asked }: Query): URLSearchParams => {
  const question = new URLSearchParams()
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined) question.set(name, value)
  return question
}

/** GET /audit/entries. Asking is an entry too, and is written before the answer. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint(
        'listAuditEntries',
        listAuditEntriesContract,
        async ({ caller, query, requestId }) => {
          const { cursor: sealed, limit, from: since, to, ...filter } = query
          const from = since && asStored(since)
          const question = questionOf(query)
          const context = `${caller.clientId}|audit|${question.toString()}`
          const opened =
            sealed === undefined
              ? undefined
              : cursorSchema.parse(await deps.cursors.open(sealed, context))
          const now = deps.now()
          const end = opened?.to ?? asStored(to ?? now.toISOString())
          if (from !== undefined && from > end) throw beginsTooLate
          const span = { from, to: end, limit: Number(limit), cursor: opened?.at }
          const { items, next } = await queryAudit(filter, span, deps.query)
          const record = recorderOf(caller, requestId, { now, newId: deps.newId })
          const codes = { by: Object.keys(filter).join(' '), count: String(items.length) }
          await deps.record([record('AUDIT_QUERIED', [caller.clientId], { codes })])
          if (next === undefined) return { status: 200, body: { items, links: {} } }
          question.set('cursor', await deps.cursors.seal({ to: end, at: next }, context))
          return {
            status: 200,
            body: { items, links: { next: `/v1/audit/entries?${question.toString()}` } },
          }
        },
      ),
    ],
    deps,
  )

/** Times are compared as text, so they are put as entries have them: in milliseconds. */
const asStored = (instant: string): string => new Date(instant).toISOString()

const beginsTooLate = new HubError('request-invalid', 'the query does not fit its contract', {
  faults: [{ pointer: '/from', detail: 'query: from comes before to, and before now' }],
})
