import type { Caller } from '../agencies/access.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { AgencyType } from '../codes/agency-types.ts'
import type { Concern } from '../concerns/concern.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Idempotency, KeyUse } from '../kernel/idempotency.ts'
import { type ConcernId, concernIdSchema, type NewId } from '../kernel/ids.ts'

export type SubmitConcernDeps = {
  /** One transaction: idempotency item, concern and audit entry; or what the key was first used for. */
  readonly commit: (receipt: {
    readonly idempotency: Idempotency
    readonly stored: StoredConcern
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | KeyUse>
  readonly recorder: (now: Date) => Recorder
  readonly newId: NewId
  readonly now: Clock
}

export type SubmitConcernResult =
  | { readonly kind: 'accepted'; readonly concernId: ConcernId }
  | { readonly kind: 'replayed'; readonly concernId: ConcernId }
  | { readonly kind: 'key-reused' }

/**
 * Accepts a concern before anything is looked up, so neither the answer nor its timing can depend on whether a child is
 * known. What happens next starts from the stored concern, not from this request.
 */
export const submitConcern = async (
  concern: Concern,
  from: {
    readonly caller: Caller
    readonly agencyType: AgencyType
    readonly key: string
    readonly bodyHash: string
  },
  deps: SubmitConcernDeps,
): Promise<SubmitConcernResult> => {
  const now = deps.now()
  const concernId = concernIdSchema.parse(deps.newId(now))
  const { clientId, agency, agencyName } = from.caller
  const committed = await deps.commit({
    idempotency: { clientId, key: from.key, bodyHash: from.bodyHash },
    stored: {
      concernId,
      version: 1,
      state: 'RECEIVED',
      concern,
      submittedBy: { clientId, agency, agencyName, agencyType: from.agencyType },
      receivedAt: now.toISOString(),
      feedback: [],
    },
    entries: [
      deps.recorder(now)('CONCERN_SUBMITTED', [concernId], {
        codes: { harm: concern.harm },
      }),
    ],
  })
  if (committed === 'committed') return { kind: 'accepted', concernId }
  if (committed.bodyHash !== from.bodyHash) return { kind: 'key-reused' }
  return { kind: 'replayed', concernId: committed.concernId }
}
