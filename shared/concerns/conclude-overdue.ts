import { planAlerts } from '../alerts/plan-alerts.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { lookupKeys } from '../matching/index-keys.ts'
import { afterTimeout } from '../sharing/timeout.ts'
import { matchedChildren, type Plan } from './assess.ts'
import type { AssessConcernDeps } from './assess-concern.ts'
import type { Assessment } from './assessment.ts'
import { commitOf } from './commit-plan.ts'
import type { Gathered } from './gathered.ts'
import type { StoredConcern } from './stored-concern.ts'

export type ConcludeOverdueDeps = AssessConcernDeps & {
  readonly latestAssessment: (concernId: ConcernId) => Promise<Assessment | undefined>
}

/** What follows, for the people confirmed at the time: the clock decides what to do, never who somebody is. */
const planAfter = (
  stored: StoredConcern,
  { previous, gathered }: { readonly previous: Assessment; readonly gathered: Gathered },
  { now, newId }: { readonly now: Date; readonly newId: AssessConcernDeps['newId'] },
): Plan | undefined => {
  const lapse = afterTimeout(previous.decision, previous.facts)
  if (lapse === undefined) return undefined
  const links = gathered.adults
    .filter(({ adultId }) => previous.match.confirmed.includes(adultId))
    .flatMap((adult) => adult.children)
  const known = gathered.children.filter(({ childId }) =>
    links.some((link) => link.childId === childId),
  )
  const decided = {
    decision: lapse.decision,
    facts: previous.facts,
    matched: matchedChildren(known, links),
  }
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
  const gathered = await deps.gather(lookupKeys(stored.concern.subject))
  const now = deps.now()
  const plan = planAfter(stored, { previous, gathered }, { now, newId: deps.newId })
  if (plan === undefined) return 'not-waiting'
  const committed = await deps.commit(commitOf(stored, plan, { now, record: deps.recorder(now) }))
  return committed === 'committed' ? 'concluded' : 'not-waiting'
}
