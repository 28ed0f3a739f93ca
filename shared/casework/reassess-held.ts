import { assessMatch, joinedBy, type Plan, type Step } from '../assessing/assess.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { commitOf } from '../assessing/commit-plan.ts'
import type { GatherAdults } from '../assessing/gathered.ts'
import { stepAfter } from '../assessing/later-plan.ts'
import { saysMore } from '../assessing/says-more.ts'
import { partiesOf, type StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import type { AssessConcernDeps } from './assess-concern.ts'

export type ReassessHeldDeps = Pick<
  AssessConcernDeps,
  'read' | 'recall' | 'commit' | 'recorder' | 'newId' | 'now'
> & {
  readonly gatherAdults: GatherAdults
  readonly latestAssessment: (concernId: ConcernId) => Promise<Assessment | undefined>
}

export type ReassessHeldResult = { readonly kind: 'reassessed' | 'left' }

/**
 * Decides a held concern again on the household as it now is. What is in review, alerted or answered is left alone.
 * @throws HubError store-busy when the concern would not hold still
 */
export const reassessHeld = (
  { concernId }: { readonly concernId: ConcernId },
  deps: ReassessHeldDeps,
): Promise<ReassessHeldResult> =>
  untilItHolds(
    async () => {
      const [stored, previous] = await Promise.all([
        deps.read(concernId),
        deps.latestAssessment(concernId),
      ])
      if (stored?.state !== 'HELD' || previous === undefined) return { kind: 'left' }
      const { newId } = deps
      const now = deps.now()
      const step = stepAfter(previous, 'household-changed', { now, newId })
      const plan = await planAgain(stored, previous, { step, deps })
      if (!saysMore(stored, previous, plan.assessment)) return { kind: 'left' }
      const commit = commitOf(stored, plan, { now, newId, record: deps.recorder(now) })
      return (await deps.commit(commit)) === 'committed' ? { kind: 'reassessed' } : 'changed'
    },
    storeBusy(`concern ${concernId} changed ${mostAttempts} times while it was decided again`),
  )

/** Whoever the subject was found to be is not searched for again: only what is around them is read anew. */
const planAgain = async (
  stored: StoredConcern,
  { match }: Assessment,
  { step, deps }: { readonly step: Step; readonly deps: ReassessHeldDeps },
): Promise<Plan> => {
  const known = await deps.gatherAdults(match.confirmed, partiesOf(stored))
  const past = await deps.recall(stored, joinedBy(match, known))
  return assessMatch(stored, { match, known, past }, step)
}
