import { type ExportAuditDeps, exportAudit } from '../../shared/casework/export-audit.ts'
import { queryAudit, questionText } from '../../shared/casework/query-audit.ts'
import {
  exportAuditEntriesContract,
  listAuditEntriesContract,
} from '../../shared/http/contracts/audit.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { present } from '../../shared/kernel/present.ts'

export type Deps = GuardedDeps & ExportAuditDeps

/** GET /audit/entries, POST /audit/exports */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('listAuditEntries', listAuditEntriesContract, async ({ by, query }) => {
        const { cursor, ...asked } = query
        const question = { ...asked, limit: Number(asked.limit) }
        const result = await queryAudit({ by, question, cursor }, deps)
        if (result.kind === 'begins-too-late') throw beginsTooLate()
        const { items, next, checkpoint } = result
        const path = `/v1/audit/entries?${questionText(question)}`
        const links =
          next === undefined ? {} : { next: `${path}&${new URLSearchParams({ cursor: next })}` }
        return {
          status: 200,
          body: { items, links, ...(checkpoint !== undefined && { checkpoint }) },
        }
      }),
      endpoint('exportAuditEntries', exportAuditEntriesContract, async ({ by, body }) => {
        const { cursor: _, ...asked } = body.question
        const question = { ...asked, limit: Number(asked.limit) }
        const result = await exportAudit({ by, question, cursor: body.cursor }, deps)
        if (result.kind === 'begins-too-late') throw beginsTooLate()
        if (result.kind === 'nothing-sealed')
          throw new HubError('state-conflict', 'no checkpoint is signed yet')
        const { kind: _kind, next, manifest, ...part } = result
        return { status: 200, body: { ...part, ...present({ next, manifest }) } }
      }),
    ],
    deps,
  )

const beginsTooLate = (): HubError =>
  new HubError('request-invalid', 'the query does not fit its contract', {
    faults: [{ pointer: '/from', detail: 'query: from comes before to, and before now' }],
  })
