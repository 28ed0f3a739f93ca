import type { Assessment } from '../assessing/assessment.ts'
import { commitOf } from '../assessing/commit-plan.ts'
import type { ReadEarlier } from '../assessing/gathered.ts'
import { beforeOf, stepAfter } from '../assessing/later-plan.ts'
import { planLapse } from '../assessing/plan-lapse.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { endOpenReview, type ReadReview } from '../reviews/end-open-review.ts'
import type { AssessConcernDeps } from './assess-concern.ts'

export type ConcludeOverdueDeps = Pick<
  AssessConcernDeps,
  'read' | 'commit' | 'recorder' | 'newId' | 'now'
> & {
  readonly latestAssessment: (concernId: ConcernId) => Promise<Assessment | undefined>
  readonly readReview: ReadReview
  readonly readEarlier: ReadEarlier
}

/** 'not-waiting' also when the concern moved meanwhile: whatever moved it has dealt with it, or the next sweep does. */
export type ConcludeOverdueResult = { readonly kind: 'concluded' | 'not-waiting' }

/** Concludes a review or hold whose due day has passed, as the decision table says. */
export const concludeOverdue = async (
  { concernId }: { readonly concernId: ConcernId },
  deps: ConcludeOverdueDeps,
): Promise<ConcludeOverdueResult> => {
  const [stored, previous] = await Promise.all([
    deps.read(concernId),
    deps.latestAssessment(concernId),
  ])
  const { newId } = deps
  const now = deps.now()
  if (stored === undefined || previous === undefined || !isOverdue(stored, now))
    return { kind: 'not-waiting' }
  const before = await beforeOf(previous, deps.readEarlier)
  const plan = planLapse(stored, before, stepAfter(previous, 'lapsed', { now, newId }))
  if (plan === undefined) return { kind: 'not-waiting' }
  const ended = await endOpenReview(stored, 'LAPSED', deps.readReview)
  const commit = commitOf(stored, plan, { now, newId, record: deps.recorder(now), ended })
  return { kind: (await deps.commit(commit)) === 'committed' ? 'concluded' : 'not-waiting' }
}

const isOverdue = ({ state, waitingUntil }: StoredConcern, now: Date): boolean =>
  (state === 'IN_REVIEW' || state === 'HELD') &&
  waitingUntil !== undefined &&
  Date.parse(waitingUntil) <= now.getTime()
