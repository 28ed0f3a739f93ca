import { isAuthority } from '../agencies/holder.ts'
import type { Alert } from '../alerts/alert.ts'
import { messageOf } from '../alerts/alert-message.ts'
import type { Assessment } from '../assessing/assessment.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { RecordedWithdrawal, WithdrawalRef } from '../concerns/withdrawal.ts'
import { withdrawn } from '../concerns/withdrawn.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId, ChildId, ConcernId, ReviewId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { nextVersion, type Review, takenUp } from '../reviews/review.ts'

export type WithdrawalCommit = {
  readonly recorded: RecordedWithdrawal
  readonly concern: StoredConcern
  /** The reviews that this ends. */
  readonly ended: readonly Review[]
  /** Heads that remembered the concern, in which it no longer counts. */
  readonly chronologies: readonly Chronology[]
  /** The alerts by which it was told, a version on, with the message that says so. */
  readonly alerts: readonly Alert[]
  readonly messages: readonly OutboxMessage[]
  readonly entries: readonly AuditEntry[]
}

export type ApplyWithdrawalDeps = {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  /** The withdrawal, as long as it is to be applied. */
  readonly readWithdrawal: (ref: WithdrawalRef) => Promise<RecordedWithdrawal | undefined>
  readonly latestAssessment: (stored: StoredConcern) => Promise<Assessment | undefined>
  readonly readReviews: (reviewIds: readonly ReviewId[]) => Promise<readonly Review[]>
  readonly readChronologies: (childIds: readonly ChildId[]) => Promise<readonly Chronology[]>
  readonly readAlerts: (alertIds: readonly AlertId[]) => Promise<readonly Alert[]>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
  /** All of it, or nothing when the concern, an alert or a chronology has moved since it was read. */
  readonly commitWithdrawn: (commit: WithdrawalCommit) => Promise<'committed' | 'changed'>
}

export type ApplyWithdrawalResult = { readonly kind: 'applied' | 'already-applied' }

/** The heads that remember a concern, as they stand once it no longer counts. What it protects stays protected. */
const withoutCounting = (heads: readonly Chronology[], concernId: ConcernId): Chronology[] =>
  heads
    .filter(({ notifications }) => notifications.some((one) => one.concernId === concernId))
    .map((head) => ({
      ...head,
      version: head.version + 1,
      notifications: head.notifications.flatMap((one) => {
        if (one.concernId !== concernId) return one
        return one.protects ? { ...one, isWithdrawn: true as const } : []
      }),
    }))

/** Whoever was told hears that the sender took it back. */
const saidTo = (
  told: readonly Alert[],
  concernId: ConcernId,
  { now: clock, recorder }: ApplyWithdrawalDeps,
): Pick<WithdrawalCommit, 'alerts' | 'messages' | 'entries'> => {
  const now = clock()
  const record = recorder(now)
  const alerts = told.map((alert) => ({ ...alert, version: alert.version + 1 }))
  return {
    alerts,
    messages: alerts.map((alert) => messageOf(alert, 'alert.updated', { now })),
    entries: [
      ...record('WITHDRAWAL_APPLIED', [concernId]),
      ...alerts.flatMap(({ alertId, version, authority, children }) =>
        record('ALERT_UPDATED', [alertId, concernId], {
          people: children,
          authority: isAuthority(authority) ? authority : undefined,
          codes: { version: String(version), cause: 'withdrawn' },
        }),
      ),
    ],
  }
}

/**
 * Lets a withdrawal take effect: the concern counts for nothing, waits for nothing, and open reviews of it end. What was
 * shared is not recalled: whoever was told hears, and reads, that its sender withdrew it.
 * @throws HubError store-busy when the concern would not hold still; the stream or the sweep then tries again
 */
export const applyWithdrawal = (
  ref: WithdrawalRef,
  deps: ApplyWithdrawalDeps,
): Promise<ApplyWithdrawalResult> =>
  untilItHolds(
    async () => {
      const { concernId } = ref
      const [recorded, stored] = await Promise.all([deps.readWithdrawal(ref), deps.read(concernId)])
      if (recorded === undefined || stored === undefined) return { kind: 'already-applied' }
      const [assessment, open, alerts] = await Promise.all([
        deps.latestAssessment(stored),
        deps.readReviews(stored.reviewIds),
        deps.readAlerts(stored.told.map(({ alertId }) => alertId)),
      ])
      const heads = await deps.readChronologies(
        assessment?.joined.map(({ childId }) => childId) ?? [],
      )
      const committed = await deps.commitWithdrawn({
        recorded,
        concern: withdrawn(stored, recorded, deps.now()),
        ended: open.map((review) =>
          review.isPending ? takenUp(review) : nextVersion(review, { state: 'OVERTAKEN' }),
        ),
        chronologies: withoutCounting(heads, concernId),
        ...saidTo(alerts, concernId, deps),
      })
      return committed === 'committed' ? { kind: 'applied' } : 'changed'
    },
    storeBusy(`concern ${ref.concernId} changed ${mostAttempts} times while it was withdrawn`),
  )
