import { planAlerts } from '../alerts/plan-alerts.ts'
import type { StandingEntry } from '../chronology/entry.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Plan, Step } from './assess.ts'
import type { Assessment } from './assessment.ts'
import type { ReadEarlier } from './gathered.ts'

/** The assessment before, and what the authorities of its children may see of them by now. */
export type Before = {
  readonly previous: Assessment
  readonly earlier: readonly StandingEntry[]
}

/** The assessment that follows another of the same concern. */
export const stepAfter = (
  previous: Pick<Assessment, 'number'>,
  cause: Step['cause'],
  { now, newId }: Pick<Step, 'now' | 'newId'>,
): Step => ({ number: previous.number + 1, cause, now, newId })

/** What a further assessment of the same children starts from. */
export const beforeOf = async (
  previous: Assessment,
  readEarlier: ReadEarlier,
): Promise<Before> => ({
  previous,
  earlier: await readEarlier(previous.matched.map(({ childId }) => childId)),
})

type Decided = Before & Pick<Assessment, 'decision'> & Partial<Pick<Assessment, 'facts' | 'match'>>

/**
 * A further assessment of people already found: the same children, and the decision that a person, the clock or a change
 * of consent has led to. A register that has changed meanwhile cannot make an alert vanish.
 */
export const laterPlan = (
  stored: StoredConcern,
  { previous, earlier, ...decided }: Decided,
  { now, newId, ...step }: Step,
): Plan => {
  const { answered: _, ...before } = previous
  const assessment = { ...before, ...decided, ...step, assessedAt: now.toISOString() }
  const { contributing, corrects } = assessment
  const past = { contributing, earlier, corrects }
  const alerts = planAlerts(stored, { ...assessment, past }, { now, newId })
  return {
    assessment: { ...assessment, alertIds: alerts.map(({ alertId }) => alertId) },
    alerts,
    merged: [],
    chronologies: [],
    unchanged: [],
  }
}
