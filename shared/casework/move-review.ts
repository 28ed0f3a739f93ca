import type { DirectoryDeps } from '../agencies/directory.ts'
import { endedOn } from '../agencies/successor.ts'
import type { Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import { dueAfter } from '../calendar/working-days.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { ConcernId, ReviewId } from '../kernel/ids.ts'
import { isOpen, nextVersion } from '../reviews/review.ts'
import { reviewMessage } from '../reviews/review-message.ts'
import type { AttendReviewDeps } from './attend-review.ts'
import { successorIn } from './successor-in.ts'

export type MoveReviewDeps = DirectoryDeps &
  Pick<AttendReviewDeps, 'readReview' | 'commitReview'> & {
    readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
    readonly recorder: (now: Date) => Recorder
    readonly now: Clock
  }

/**
 * Asks whoever took the place of an authority that has ended what that was asked and has not answered: it stays the same
 * question about the same register, with a day of its own.
 */
export const moveReviewOfEnded = async (
  { reviewId }: { readonly reviewId: ReviewId },
  deps: MoveReviewDeps,
): Promise<{ readonly kind: 'moved' | 'not-moved' }> => {
  const [review, directory] = await Promise.all([deps.readReview(reviewId), deps.readDirectory()])
  const now = deps.now()
  const asked = review?.heldBy ?? review?.authority
  const isEnded = endedOn(directory, londonDay(now)).some((code) => code === asked)
  if (review === undefined || asked === undefined || !isEnded || !isOpen(review))
    return { kind: 'not-moved' }
  const stored = await deps.readConcern(review.concernId)
  const heldBy = successorIn(directory, { ended: asked, stored }, now)
  const dueAt = dueAfter(now, 1).toISOString()
  const { proposed: _theirs, ...open } = nextVersion(review, {
    heldBy,
    dueAt,
    chases: 0,
    state: 'OPEN',
  })
  const entries = deps.recorder(now)('REVIEW_MOVED', [reviewId, review.concernId], {
    codes: { from: asked, to: heldBy },
  })
  const messages = [reviewMessage(open, now)]
  const committed = await deps.commitReview({ review: open, messages, entries })
  return { kind: committed === 'committed' ? 'moved' : 'not-moved' }
}
