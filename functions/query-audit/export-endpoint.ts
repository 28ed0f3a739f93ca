import { type ExportAuditDeps, exportAudit } from '../../shared/casework/export-audit.ts'
import { filterOf } from '../../shared/http/audit-filter-of.ts'
import { exportAuditEntriesContract } from '../../shared/http/contracts/audit.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { present } from '../../shared/kernel/present.ts'
import { beginsTooLate } from './begins-too-late.ts'

/** POST /audit/exports */
export const answerExport = (deps: ExportAuditDeps): GuardedEndpoint =>
  endpoint('exportAuditEntries', exportAuditEntriesContract, async ({ by, body }) => {
    const { cursor: _, since: _follows, ...asked } = body.question
    const question = { ...filterOf(asked), limit: Number(asked.limit) }
    const result = await exportAudit({ by, question, cursor: body.cursor }, deps)
    if (result.kind === 'begins-too-late') throw beginsTooLate()
    if (result.kind === 'nothing-sealed')
      throw new HubError('state-conflict', 'no checkpoint is signed yet')
    const { kind: _kind, next, manifest, ...part } = result
    return { status: 200, body: { ...part, ...present({ next, manifest }) } }
  })
