import type { DynamoDBRecord } from 'aws-lambda'
import { type ApplyConsentDeps, applyConsent } from '../../shared/casework/apply-consent.ts'
import { type AssessConcernDeps, assessConcern } from '../../shared/casework/assess-concern.ts'
import type { ConsentChange } from '../../shared/concerns/consent-change.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import type { Log, LogFields } from '../../shared/logging/logger.ts'
import { inOrder } from '../../shared/streams/in-order.ts'

export type Deps = AssessConcernDeps &
  ApplyConsentDeps & {
    readonly log: Log
    /** The concern or the change of consent that a stream record carries. @throws when the row is neither */
    readonly rowIn: (
      record: DynamoDBRecord,
    ) => { readonly stored: StoredConcern } | { readonly change: ConsentChange }
  }

const assess = async (stored: StoredConcern, deps: Deps): Promise<LogFields> => {
  const { concernId } = stored
  const result = await assessConcern({ concernId, fresh: stored }, deps)
  if (result.kind === 'assessed' && result.isSilent) deps.log('error', 'RULE_SILENT', { concernId })
  return { concernId, kind: result.kind }
}

/** The casework stream, filtered to concerns and changes of consent just received. */
export const createHandler = (deps: Deps) =>
  inOrder(async (record) => {
    const row = deps.rowIn(record)
    if ('stored' in row) return assess(row.stored, deps)
    const { kind } = await applyConsent(row.change, deps)
    return { concernId: row.change.concernId, kind }
  }, deps.log)
