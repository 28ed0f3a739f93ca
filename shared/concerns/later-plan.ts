import { planAlerts } from '../alerts/plan-alerts.ts'
import type { Plan, Step } from './assess.ts'
import type { Assessment } from './assessment.ts'
import type { StoredConcern } from './stored-concern.ts'

type Decided = Pick<Assessment, 'decision'> &
  Partial<Pick<Assessment, 'facts' | 'match'>> & { readonly previous: Assessment }

/**
 * A further assessment of people already found: the same children, and the decision that a person, the clock or a change
 * of consent has led to. A register that has changed meanwhile cannot make an alert vanish.
 */
export const laterPlan = (
  stored: StoredConcern,
  { previous, ...decided }: Decided,
  { now, newId, ...step }: Step,
): Plan => {
  const { answered: _, ...before } = previous
  const assessment = { ...before, ...decided, ...step, assessedAt: now.toISOString() }
  const alerts = planAlerts(stored, assessment, { now, newId })
  return {
    assessment: { ...assessment, alertIds: alerts.map(({ alertId }) => alertId) },
    alerts,
    chronologies: [],
  }
}
