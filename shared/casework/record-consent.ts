import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { isGraveAsSent, urgencyAsSent } from '../assessing/grave-as-sent.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { ChangedConsent, ConsentChange } from '../concerns/consent-change.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { type Idempotency, type KeyUse, repetitionOf } from '../kernel/idempotency.ts'
import { type ConcernId, changeIdSchema } from '../kernel/ids.ts'
import type { RecordDeps } from './record-refusal.ts'

/** `key` is the caller's own for this request, `bodyHash` what was sent under it. */
export type RecordConsentInput = {
  readonly by: By
  readonly concernId: ConcernId
  readonly consent: ChangedConsent
  readonly key: string
  readonly bodyHash: string
  /** The client has changed more today than it may: only what is of H3 or H4 is taken. */
  readonly isOver?: boolean
}

export type RecordConsentDeps = RecordDeps & {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  /** One transaction: idempotency item, change and audit entry; or what the key was first used for. */
  readonly commit: (receipt: {
    readonly idempotency: Idempotency
    readonly change: ConsentChange
    /** Of its concern as sent. */
    readonly urgency: Urgency
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | KeyUse>
}

export type RecordConsentResult = {
  readonly kind: 'recorded' | 'replayed' | 'key-reused' | 'not-found' | 'not-theirs' | 'over-quota'
}

/**
 * Keeps a change of consent. What it changes is decided afterwards, from the stored change, so that neither the answer
 * nor its timing tells whether anything was held, or shared.
 */
export const recordConsent = async (
  { by, concernId, consent, key, bodyHash, isOver = false }: RecordConsentInput,
  deps: RecordConsentDeps,
): Promise<RecordConsentResult> => {
  const { clientId } = by.caller
  const stored = await deps.read(concernId)
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'concern.consent', { agency: stored.submittedBy.agency }))
    return { kind: 'not-theirs' }
  const now = deps.now()
  if (isOver && !isGraveAsSent(stored, now)) return { kind: 'over-quota' }
  const record = recorderOf(by, { now, newId: deps.newId })
  const committed = await deps.commit({
    idempotency: { clientId, key, bodyHash },
    change: {
      changeId: changeIdSchema.parse(deps.newId(now)),
      concernId,
      consent,
      recordedAt: now.toISOString(),
      by: clientId,
    },
    urgency: urgencyAsSent(stored),
    entries: record('CONSENT_CHANGED', [concernId], { codes: { status: consent.status } }),
  })
  if (committed === 'committed') return { kind: 'recorded' }
  return repetitionOf(committed, { bodyHash, concernId })
}
