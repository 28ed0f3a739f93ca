import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { urgencyAsSent } from '../assessing/grave-as-sent.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { RecordedWithdrawal, Withdrawal } from '../concerns/withdrawal.ts'
import { type Idempotency, type KeyUse, repetitionOf } from '../kernel/idempotency.ts'
import { type ConcernId, changeIdSchema } from '../kernel/ids.ts'
import type { RecordDeps } from './record-refusal.ts'

/** `key` is the caller's own for this request, `bodyHash` what was sent under it. */
export type RecordWithdrawalInput = {
  readonly by: By
  readonly concernId: ConcernId
  readonly withdrawal: Withdrawal
  readonly key: string
  readonly bodyHash: string
}

export type RecordWithdrawalDeps = RecordDeps & {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  /** One transaction: idempotency item, withdrawal and audit entry; or what the key was first used for. */
  readonly commitWithdrawal: (receipt: {
    readonly idempotency: Idempotency
    readonly recorded: RecordedWithdrawal
    /** Of its concern as sent. */
    readonly urgency: Urgency
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | KeyUse>
}

export type RecordWithdrawalResult = {
  readonly kind: 'recorded' | 'replayed' | 'key-reused' | 'not-found' | 'not-theirs'
}

/**
 * Keeps that a service takes its concern back. What follows is done afterwards, from the stored withdrawal, so that neither
 * the answer nor its timing tells whether anything was held, or shared.
 */
export const recordWithdrawal = async (
  { by, concernId, withdrawal, key, bodyHash }: RecordWithdrawalInput,
  deps: RecordWithdrawalDeps,
): Promise<RecordWithdrawalResult> => {
  const { clientId } = by.caller
  const stored = await deps.read(concernId)
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'concern.withdraw', { agency: stored.submittedBy.agency }))
    return { kind: 'not-theirs' }
  const now = deps.now()
  const record = recorderOf(by, { now, newId: deps.newId })
  const committed = await deps.commitWithdrawal({
    idempotency: { clientId, key, bodyHash },
    recorded: {
      changeId: changeIdSchema.parse(deps.newId(now)),
      concernId,
      withdrawal,
      recordedAt: now.toISOString(),
      by: clientId,
    },
    urgency: urgencyAsSent(stored),
    entries: record('CONCERN_WITHDRAWN', [concernId], { codes: { reason: withdrawal.reason } }),
  })
  if (committed === 'committed') return { kind: 'recorded' }
  return repetitionOf(committed, { bodyHash, concernId })
}
