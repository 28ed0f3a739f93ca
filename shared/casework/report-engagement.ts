import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { isGraveAsSent, urgencyAsSent } from '../assessing/grave-as-sent.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { EngagementGiven, RecordedEngagement } from '../concerns/engagement.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { type Idempotency, type KeyUse, repetitionOf } from '../kernel/idempotency.ts'
import { type ConcernId, changeIdSchema } from '../kernel/ids.ts'
import type { RecordDeps } from './record-refusal.ts'

/** `key` is the caller's own for this request, `bodyHash` what was sent under it. */
export type ReportEngagementInput = {
  readonly by: By
  readonly concernId: ConcernId
  readonly given: EngagementGiven
  readonly key: string
  readonly bodyHash: string
  /** The client has said more today than it may: only what is of H3 or H4 is taken. */
  readonly isOver?: boolean
}

export type ReportEngagementDeps = RecordDeps & {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  /** One transaction: idempotency item, what was said, that it is to be passed on, and audit entry; or what the key was first used for. */
  readonly commitEngagement: (receipt: {
    readonly idempotency: Idempotency
    readonly recorded: RecordedEngagement
    /** Of its concern as sent. */
    readonly urgency: Urgency
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | KeyUse>
}

export type ReportEngagementResult = {
  readonly kind:
    | 'recorded'
    | 'replayed'
    | 'key-reused'
    | 'not-found'
    | 'not-theirs'
    | 'in-the-future'
    | 'over-quota'
}

/**
 * Keeps what a service says of how the subject of its concern stands with it (F16). Who is told of it follows afterwards,
 * from what was kept, so that neither the answer nor its timing tells whether anybody has the concern.
 */
export const reportEngagement = async (
  { by, concernId, given, key, bodyHash, isOver = false }: ReportEngagementInput,
  deps: ReportEngagementDeps,
): Promise<ReportEngagementResult> => {
  const { clientId } = by.caller
  const stored = await deps.read(concernId)
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'concern.engagement', { agency: stored.submittedBy.agency }))
    return { kind: 'not-theirs' }
  const now = deps.now()
  if (given.on > londonDay(now)) return { kind: 'in-the-future' }
  if (isOver && !isGraveAsSent(stored, now)) return { kind: 'over-quota' }
  const record = recorderOf(by, { now, newId: deps.newId })
  const committed = await deps.commitEngagement({
    idempotency: { clientId, key, bodyHash },
    recorded: {
      ...given,
      changeId: changeIdSchema.parse(deps.newId(now)),
      concernId,
      recordedAt: now.toISOString(),
      by: clientId,
    },
    urgency: urgencyAsSent(stored),
    entries: record('ENGAGEMENT_REPORTED', [concernId], {
      codes: { engagement: given.engagement },
    }),
  })
  if (committed === 'committed') return { kind: 'recorded' }
  return repetitionOf(committed, { bodyHash, concernId })
}
