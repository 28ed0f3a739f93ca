import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import { isGraveAsSent, urgencyAsSent } from '../assessing/grave-as-sent.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { AgencyType } from '../codes/agency-types.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { Concern } from '../concerns/concern.ts'
import { newlyReceived } from '../concerns/newly-received.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Unread } from '../concerns/unread.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Idempotency, KeyUse } from '../kernel/idempotency.ts'
import { type ConcernId, concernIdSchema, type NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { policyOn } from '../sharing/policies.ts'
import { type AgreedForDeps, agreedFor } from './agreed-for.ts'

/** `unread` and `incomplete` say what was not understood of the concern. `key` is the caller's own for this request, `bodyHash` what was sent under it. */
export type SubmitConcernInput = {
  readonly by: By
  readonly agencyType: AgencyType
  readonly concern: Concern
  readonly unread?: readonly Unread[]
  readonly incomplete?: true
  readonly key: string
  readonly bodyHash: string
  /** The client has sent more today than it may: only what is of H3 or H4 is taken. */
  readonly isOver?: boolean
}

export type SubmitConcernDeps = AgreedForDeps & {
  /** One transaction: idempotency item, concern and audit entry; or what the key was first used for. */
  readonly commit: (receipt: {
    readonly idempotency: Idempotency
    readonly stored: StoredConcern
    readonly urgency: Urgency
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | KeyUse>
  readonly newId: NewId
  readonly now: Clock
}

export type SubmitConcernResult =
  | { readonly kind: 'accepted'; readonly concernId: ConcernId }
  | { readonly kind: 'replayed'; readonly concernId: ConcernId }
  | { readonly kind: 'key-reused' | 'over-quota' }

/**
 * Accepts a concern before anybody is looked up, so neither the answer nor its timing can depend on whether a child is
 * known. What happens next starts from the stored concern, not from this request.
 */
export const submitConcern = async (
  {
    by,
    agencyType,
    concern,
    unread,
    incomplete,
    key,
    bodyHash,
    isOver = false,
  }: SubmitConcernInput,
  { commit, newId, now: clock, readAgreement }: SubmitConcernDeps,
): Promise<SubmitConcernResult> => {
  const now = clock()
  const concernId = concernIdSchema.parse(newId(now))
  const { clientId, agency, agencyName } = by.caller
  const { practitioner, isVouchedFor } = personOf(by)
  const record = recorderOf(by, { now, newId })
  const stored = newlyReceived({
    concernId,
    concern,
    ...present({ unread, incomplete }),
    submittedBy: {
      clientId,
      agency,
      agencyName,
      agencyType,
      ...present({ practitioner, isVouchedFor }),
    },
    receivedAt: now.toISOString(),
  })
  if (isOver && !isGraveAsSent(stored, now)) return { kind: 'over-quota' }
  const agreed = await agreedFor(stored, { authority: concern.authority, now }, { readAgreement })
  const { version: policyVersion } = policyOn(londonDay(now))
  const codes = { harm: concern.harm, ...agreed.codes }
  const committed = await commit({
    idempotency: { clientId, key, bodyHash },
    stored,
    urgency: urgencyAsSent(stored),
    entries: record('CONCERN_SUBMITTED', [concernId], { ...agreed, policyVersion, codes }),
  })
  if (committed === 'committed') return { kind: 'accepted', concernId }
  if (committed.bodyHash !== bodyHash) return { kind: 'key-reused' }
  return { kind: 'replayed', concernId: committed.concernId }
}
