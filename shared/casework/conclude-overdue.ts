import type { Plan, Step } from '../assessing/assess.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { commitOf } from '../assessing/commit-plan.ts'
import type { ReadEarlier } from '../assessing/gathered.ts'
import { type Before, beforeOf, laterPlan } from '../assessing/later-plan.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { settledAsItStands } from '../matching/settle-identity.ts'
import { endOpenReview, type ReadReview } from '../reviews/end-open-review.ts'
import { questions } from '../reviews/questions.ts'
import { decideUnder } from '../sharing/decide.ts'
import { policyOn } from '../sharing/policies.ts'
import { askedBy } from '../sharing/rule-of.ts'
import { afterTimeout } from '../sharing/timeout.ts'
import type { AssessConcernDeps } from './assess-concern.ts'

export type ConcludeOverdueDeps = Pick<
  AssessConcernDeps,
  'read' | 'commit' | 'recorder' | 'newId' | 'now'
> & {
  readonly latestAssessment: (concernId: ConcernId) => Promise<Assessment | undefined>
  readonly readReview: ReadReview
  readonly readEarlier: ReadEarlier
}

/**
 * What the decision becomes. Where one authority has confirmed the subject and another never answered, the confirmed
 * match is decided on as if the other had nobody: what a person has settled is not lost to somebody else's silence.
 */
const planAfter = (stored: StoredConcern, before: Before, step: Step): Plan | undefined => {
  const { decision, facts, match } = before.previous
  if (questions[askedBy(decision)].settles === 'identity' && match.confirmed.length > 0) {
    const settled = settledAsItStands(match)
    const confirmed = { ...facts, match: settled.band }
    return laterPlan(
      stored,
      {
        ...before,
        decision: decideUnder(policyOn(londonDay(step.now)), confirmed),
        facts: confirmed,
        match: settled,
      },
      step,
    )
  }
  const lapse = afterTimeout(decision, facts)
  return lapse === undefined
    ? undefined
    : laterPlan(stored, { ...before, decision: lapse.decision }, step)
}

/** Concludes a review or hold whose due day has passed, as the decision table says. */
export const concludeOverdue = async (
  concernId: ConcernId,
  deps: ConcludeOverdueDeps,
): Promise<'concluded' | 'not-waiting'> => {
  const [stored, previous] = await Promise.all([
    deps.read(concernId),
    deps.latestAssessment(concernId),
  ])
  const now = deps.now()
  if (stored === undefined || previous === undefined || !isOverdue(stored, now))
    return 'not-waiting'
  const step = { number: previous.number + 1, cause: 'lapsed' as const, now, newId: deps.newId }
  const plan = planAfter(stored, await beforeOf(previous, deps.readEarlier), step)
  if (plan === undefined) return 'not-waiting'
  const commit = commitOf(stored, plan, {
    now,
    newId: deps.newId,
    record: deps.recorder(now),
    ended: await endOpenReview(stored, 'LAPSED', deps.readReview),
  })
  return (await deps.commit(commit)) === 'committed' ? 'concluded' : 'not-waiting'
}

const isOverdue = ({ state, waitingUntil }: StoredConcern, now: Date): boolean =>
  (state === 'IN_REVIEW' || state === 'HELD') &&
  waitingUntil !== undefined &&
  Date.parse(waitingUntil) <= now.getTime()
