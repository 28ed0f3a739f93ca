import type { DynamoDBRecord } from 'aws-lambda'
import { type AssessConcernDeps, assessConcern } from '../../shared/concerns/assess-concern.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { inOrder } from '../../shared/streams/in-order.ts'

export type Deps = AssessConcernDeps & {
  readonly log: Log
  /** The concern that a stream record carries. @throws when the row is not one */
  readonly concernIn: (record: DynamoDBRecord) => StoredConcern
}

/** The casework stream, filtered to concerns just received. */
export const createHandler = (deps: Deps) =>
  inOrder(async (record) => {
    const stored = deps.concernIn(record)
    const { concernId } = stored
    const outcome = await assessConcern(concernId, deps, stored)
    if (outcome.kind === 'assessed' && outcome.isSilent)
      deps.log('error', 'RULE_SILENT', { concernId })
    return { concernId, kind: outcome.kind }
  }, deps.log)
