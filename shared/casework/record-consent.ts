import { type Caller, isTheirs } from '../agencies/access.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { ChangedConsent, ConsentChange } from '../concerns/consent-change.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Idempotency } from '../kernel/idempotency.ts'
import { type ConcernId, changeIdSchema, type NewId } from '../kernel/ids.ts'

export type RecordConsentDeps = {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  /** One transaction: idempotency item, change and audit entry; or what the key was first used for. */
  readonly commit: (receipt: {
    readonly idempotency: Idempotency
    readonly change: ConsentChange
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | { readonly bodyHash: string; readonly concernId: ConcernId }>
  readonly recorder: (now: Date) => Recorder
  readonly newId: NewId
  readonly now: Clock
}

export type RecordConsentResult =
  | 'recorded'
  | 'replayed'
  | 'key-reused'
  | 'not-found'
  | 'not-theirs'

/**
 * Keeps a change of consent. What it changes is decided afterwards, from the stored change, so that neither the answer
 * nor its timing tells whether anything was held, or shared.
 */
export const recordConsent = async (
  concernId: ConcernId,
  consent: ChangedConsent,
  from: {
    readonly caller: Caller
    readonly key: string
    readonly bodyHash: string
    readonly deps: RecordConsentDeps
  },
): Promise<RecordConsentResult> => {
  const { caller, key, bodyHash, deps } = from
  const stored = await deps.read(concernId)
  if (stored === undefined) return 'not-found'
  if (!isTheirs(caller, 'concern.consent', { agency: stored.submittedBy.agency }))
    return 'not-theirs'
  const now = deps.now()
  const committed = await deps.commit({
    idempotency: { clientId: caller.clientId, key, bodyHash },
    change: {
      changeId: changeIdSchema.parse(deps.newId(now)),
      concernId,
      consent,
      recordedAt: now.toISOString(),
      by: caller.clientId,
      status: 'PENDING',
    },
    entries: [
      deps.recorder(now)('CONSENT_CHANGED', [concernId], { codes: { status: consent.status } }),
    ],
  })
  if (committed === 'committed') return 'recorded'
  const isSame = committed.bodyHash === bodyHash && committed.concernId === concernId
  return isSame ? 'replayed' : 'key-reused'
}
