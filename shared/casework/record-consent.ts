import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { isGraveAsSent, urgencyAsSent } from '../assessing/grave-as-sent.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { ChangedConsent, ConsentChange } from '../concerns/consent-change.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { type Idempotency, type KeyUse, repetitionOf } from '../kernel/idempotency.ts'
import { type ConcernId, changeIdSchema } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
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
  /** How many changes were accepted for this concern. */
  readonly countChanges: (concernId: ConcernId) => Promise<number>
  /** One transaction: idempotency item, change and audit entry; or what the key was first used for; 'changed' where another has this number. */
  readonly commit: (receipt: {
    readonly idempotency: Idempotency
    readonly change: ConsentChange & { readonly changeNumber: number }
    /** Of its concern as sent. */
    readonly urgency: Urgency
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed' | KeyUse>
}

export type RecordConsentResult = {
  readonly kind: 'recorded' | 'replayed' | 'key-reused' | 'not-found' | 'not-theirs' | 'over-quota'
}

/** The change as the next of its concern, whoever else changes it in the same moment. */
const keep = (
  { by, concernId, consent, key, bodyHash }: RecordConsentInput,
  stored: StoredConcern,
  deps: RecordConsentDeps,
): Promise<'committed' | KeyUse> => {
  const { clientId } = by.caller
  return untilItHolds(
    async () => {
      const changeNumber = (await deps.countChanges(concernId)) + 1
      const now = deps.now()
      const record = recorderOf(by, { now, newId: deps.newId })
      return deps.commit({
        idempotency: { clientId, key, bodyHash },
        change: {
          changeId: changeIdSchema.parse(deps.newId(now)),
          changeNumber,
          concernId,
          consent,
          recordedAt: now.toISOString(),
          by: clientId,
        },
        urgency: urgencyAsSent(stored),
        entries: record('CONSENT_CHANGED', [concernId], { codes: { status: consent.status } }),
      })
    },
    storeBusy(`consent to concern ${concernId} was changed ${mostAttempts} times in one moment`),
  )
}

/**
 * Keeps a change of consent. What it changes is decided afterwards, from the stored change, so that neither the answer
 * nor its timing tells whether anything was held, or shared.
 */
export const recordConsent = async (
  input: RecordConsentInput,
  deps: RecordConsentDeps,
): Promise<RecordConsentResult> => {
  const { by, concernId, bodyHash, isOver = false } = input
  const stored = await deps.read(concernId)
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'concern.consent', { agency: stored.submittedBy.agency }))
    return { kind: 'not-theirs' }
  if (isOver && !isGraveAsSent(stored, deps.now())) return { kind: 'over-quota' }
  const committed = await keep(input, stored, deps)
  if (committed === 'committed') return { kind: 'recorded' }
  return repetitionOf(committed, { bodyHash, concernId })
}
