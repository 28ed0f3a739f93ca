import { planAlerts } from '../alerts/plan-alerts.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { afterTimeout } from '../sharing/timeout.ts'
import type { Plan } from './assess.ts'
import type { AssessConcernDeps } from './assess-concern.ts'
import type { Assessment } from './assessment.ts'
import { commitOf } from './commit-plan.ts'
import type { StoredConcern } from './stored-concern.ts'

export type ConcludeOverdueDeps = Pick<
  AssessConcernDeps,
  'read' | 'commit' | 'recorder' | 'newId' | 'now'
> & {
  readonly latestAssessment: (concernId: ConcernId) => Promise<Assessment | undefined>
}

/**
 * What follows, for the children joined at the time: the clock decides what to do, never who somebody is, so a register
 * that has changed meanwhile cannot make an alert vanish.
 */
const planAfter = (
  stored: StoredConcern,
  previous: Assessment,
  { now, newId }: { readonly now: Date; readonly newId: ConcludeOverdueDeps['newId'] },
): Plan | undefined => {
  const lapse = afterTimeout(previous.decision, previous.facts)
  if (lapse === undefined) return undefined
  const decided = { decision: lapse.decision, facts: previous.facts, matched: previous.matched }
  // An unmatched alert that went out with the review is not sent a second time.
  const alerts = planAlerts(stored, decided, { now, newId }).filter(
    ({ kind }) => kind !== 'unmatched' || !previous.decision.unmatchedAlert,
  )
  return {
    assessment: {
      ...previous,
      number: previous.number + 1,
      assessedAt: now.toISOString(),
      decision: lapse.decision,
      alertIds: alerts.map(({ alertId }) => alertId),
    },
    alerts,
    merged: [],
    chronologies: [],
  }
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
  if (stored === undefined || previous === undefined) return 'not-waiting'
  if (stored.state !== 'IN_REVIEW' && stored.state !== 'HELD') return 'not-waiting'
  const now = deps.now()
  const plan = planAfter(stored, previous, { now, newId: deps.newId })
  if (plan === undefined) return 'not-waiting'
  const commit = commitOf(stored, plan, { now, record: deps.recorder(now) })
  return (await deps.commit(commit)) === 'committed' ? 'concluded' : 'not-waiting'
}
