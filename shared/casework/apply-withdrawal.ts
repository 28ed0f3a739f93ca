import type { Assessment } from '../assessing/assessment.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { RecordedWithdrawal, WithdrawalRef } from '../concerns/withdrawal.ts'
import { withdrawn } from '../concerns/withdrawn.ts'
import type { ChildId, ConcernId, ReviewId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { nextVersion, type Review, takenUp } from '../reviews/review.ts'

export type WithdrawalCommit = {
  readonly recorded: RecordedWithdrawal
  readonly concern: StoredConcern
  /** The reviews that this ends. */
  readonly ended: readonly Review[]
  /** Heads that remembered the concern, without it. */
  readonly chronologies: readonly Chronology[]
}

export type ApplyWithdrawalDeps = {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readWithdrawal: (ref: WithdrawalRef) => Promise<RecordedWithdrawal | undefined>
  readonly latestAssessment: (stored: StoredConcern) => Promise<Assessment | undefined>
  readonly readReviews: (reviewIds: readonly ReviewId[]) => Promise<readonly Review[]>
  readonly readChronologies: (childIds: readonly ChildId[]) => Promise<readonly Chronology[]>
  /** All of it, or nothing when the concern or a chronology has moved since it was read. */
  readonly commitWithdrawn: (commit: WithdrawalCommit) => Promise<'committed' | 'changed'>
}

export type ApplyWithdrawalResult = { readonly kind: 'applied' | 'already-applied' }

/** The heads that remember a concern, as they stand once it no longer counts. */
const withoutConcern = (heads: readonly Chronology[], concernId: ConcernId): Chronology[] =>
  heads
    .filter(({ notifications }) => notifications.some((one) => one.concernId === concernId))
    .map((head) => ({
      ...head,
      version: head.version + 1,
      notifications: head.notifications.filter((one) => one.concernId !== concernId),
    }))

/**
 * Lets a withdrawal take effect: the concern counts for nothing, waits for nothing, and open reviews of it end. What was
 * shared is not recalled: whoever reads it finds that its sender withdrew it.
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
      if (recorded?.status !== 'PENDING' || stored === undefined) return { kind: 'already-applied' }
      const [assessment, open] = await Promise.all([
        deps.latestAssessment(stored),
        deps.readReviews(stored.reviewIds),
      ])
      const heads = await deps.readChronologies(
        assessment?.joined.map(({ childId }) => childId) ?? [],
      )
      const committed = await deps.commitWithdrawn({
        recorded: { ...recorded, status: 'APPLIED' },
        concern: withdrawn(stored, recorded),
        ended: open.map((review) =>
          review.isPending ? takenUp(review) : nextVersion(review, { state: 'OVERTAKEN' }),
        ),
        chronologies: withoutConcern(heads, concernId),
      })
      return committed === 'committed' ? { kind: 'applied' } : 'changed'
    },
    storeBusy(`concern ${ref.concernId} changed ${mostAttempts} times while it was withdrawn`),
  )
