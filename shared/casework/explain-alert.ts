import { recorderOf } from '../agencies/recorder-of.ts'
import type { Alert } from '../alerts/alert.ts'
import { type Explanation, explanationOf } from '../alerts/explanation.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { type ReadAlertInput, type TheirAlertDeps, theirAlert } from './their-alert.ts'

export type ExplainAlertDeps = TheirAlertDeps & {
  readonly assessmentBehind: (alert: Alert) => Promise<Assessment | undefined>
}

export type ExplainAlertResult =
  | { readonly kind: 'found'; readonly explanation: Explanation }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Reads how the match behind an alert was made. The entry comes before anything is disclosed. */
export const explainAlert = async (
  input: ReadAlertInput,
  deps: ExplainAlertDeps,
): Promise<ExplainAlertResult> => {
  const found = await theirAlert(input, deps)
  if (found.kind !== 'theirs') return found
  const { alert } = found
  const assessment = await deps.assessmentBehind(alert)
  if (assessment === undefined) return { kind: 'not-found' }
  const explanation = explanationOf(alert, assessment.match)
  const record = recorderOf(input.by, { now: deps.now(), newId: deps.newId })
  const adults = explanation.people.flatMap(({ adultId }) => adultId ?? [])
  const codes = { modelVersion: explanation.modelVersion }
  await deps.record([
    record('EXPLANATION_READ', [alert.alertId, alert.concernId, ...adults], { codes }),
  ])
  return { kind: 'found', explanation }
}
