import type { DynamoDBRecord } from 'aws-lambda'
import { type ApplyConsentDeps, applyConsent } from '../../shared/casework/apply-consent.ts'
import {
  type ApplyWithdrawalDeps,
  applyWithdrawal,
} from '../../shared/casework/apply-withdrawal.ts'
import { type AssessConcernDeps, assessConcern } from '../../shared/casework/assess-concern.ts'
import type { ConsentChange } from '../../shared/concerns/consent-change.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import type { RecordedWithdrawal } from '../../shared/concerns/withdrawal.ts'
import type { Log, LogFields } from '../../shared/logging/logger.ts'
import { inOrder } from '../../shared/streams/in-order.ts'

export type Deps = AssessConcernDeps &
  ApplyConsentDeps &
  ApplyWithdrawalDeps & {
    readonly log: Log
    /** The concern, change of consent or withdrawal that a stream record carries. @throws when the row is none of them */
    readonly rowIn: (
      record: DynamoDBRecord,
    ) =>
      | { readonly stored: StoredConcern }
      | { readonly change: ConsentChange }
      | { readonly withdrawal: RecordedWithdrawal }
  }

/**
 * For how long a concern is taken to stand as the stream tells of it. What comes later comes again, or after a sweep, and is
 * mostly done: to look first is one reading, to find out by the commit some forty and a refused transaction.
 */
const freshForMilliseconds = 10_000

const assess = async (stored: StoredConcern, deps: Deps): Promise<LogFields> => {
  const { concernId } = stored
  const isFresh = deps.now().getTime() - Date.parse(stored.receivedAt) < freshForMilliseconds
  const result = await assessConcern({ concernId, ...(isFresh && { fresh: stored }) }, deps)
  if (result.kind === 'assessed' && result.isSilent) deps.log('error', 'RULE_SILENT', { concernId })
  return { concernId, kind: result.kind }
}

/** The intake stream, filtered to concerns, changes of consent and withdrawals just received. */
export const createHandler = (deps: Deps) =>
  inOrder(
    async (record) => {
      const row = deps.rowIn(record)
      if ('stored' in row) return assess(row.stored, deps)
      if ('withdrawal' in row) {
        const { kind } = await applyWithdrawal(row.withdrawal, deps)
        return { concernId: row.withdrawal.concernId, kind }
      }
      const { kind } = await applyConsent(row.change, deps)
      return { concernId: row.change.concernId, kind }
    },
    { log: deps.log, isSwept: true },
  )
