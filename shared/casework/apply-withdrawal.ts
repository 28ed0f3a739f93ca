import type { Assessment } from '../assessing/assessment.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { RecordedWithdrawal, WithdrawalRef } from '../concerns/withdrawal.ts'
import { withdrawn } from '../concerns/withdrawn.ts'
import type { ChildId, ConcernId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { endOpenReview, type ReadReview } from '../reviews/end-open-review.ts'
import type { Review } from '../reviews/review.ts'

export type WithdrawalCommit = {
  readonly recorded: RecordedWithdrawal
  readonly concern: StoredConcern
  /** The review that this ends, if one was open. */
  readonly ended?: Review
  /** Heads that remembered the concern, without it. */
  readonly chronologies: readonly Chronology[]
}

export type ApplyWithdrawalDeps = {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readWithdrawal: (ref: WithdrawalRef) => Promise<RecordedWithdrawal | undefined>
  readonly latestAssessment: (concernId: ConcernId) => Promise<Assessment | undefined>
  readonly readReview: ReadReview
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
 * Lets a withdrawal take effect: the concern counts for nothing, waits for nothing, and an open review of it ends. What was
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
      const [recorded, stored, assessment] = await Promise.all([
        deps.readWithdrawal(ref),
        deps.read(concernId),
        deps.latestAssessment(concernId),
      ])
      if (recorded?.status !== 'PENDING' || stored === undefined) return { kind: 'already-applied' }
      const childIds = assessment?.matched.map(({ childId }) => childId) ?? []
      const [heads, ended] = await Promise.all([
        deps.readChronologies(childIds),
        endOpenReview(stored, 'OVERTAKEN', deps.readReview),
      ])
      const committed = await deps.commitWithdrawn({
        recorded: { ...recorded, status: 'APPLIED' },
        concern: withdrawn(stored, recorded),
        ...present({ ended }),
        chronologies: withoutConcern(heads, concernId),
      })
      return committed === 'committed' ? { kind: 'applied' } : 'changed'
    },
    storeBusy(`concern ${ref.concernId} changed ${mostAttempts} times while it was withdrawn`),
  )
