import { recorderOf } from '../agencies/recorder-of.ts'
import { type Explanation, explanationOf } from '../alerts/explanation.ts'
import { peopleToldOf } from '../assessing/people-concerned.ts'
import { adoptedIn } from '../household/protection.ts'
import { readAroundConcern } from './read-around.ts'
import { type ReadContentDeps, readBehind } from './read-content.ts'
import { type ReadAlertInput, type TheirAlertDeps, theirAlert } from './their-alert.ts'

export type ExplainAlertDeps = TheirAlertDeps & ReadContentDeps

export type ExplainAlertResult =
  | { readonly kind: 'found'; readonly explanation: Explanation }
  | { readonly kind: 'not-found' | 'not-theirs' }

/**
 * Reads how the matches behind an alert were made: words and bits, with all whereabouts as one, whoever is hidden by
 * then, and nothing of who has been adopted since. The entry comes before anything is disclosed.
 */
export const explainAlert = async (
  input: ReadAlertInput,
  deps: ExplainAlertDeps,
): Promise<ExplainAlertResult> => {
  const found = await theirAlert(input, deps)
  if (found.kind !== 'theirs') return found
  const { alert } = found
  const behind = await readBehind(alert, deps)
  if (behind === undefined) return { kind: 'not-found' }
  const now = deps.now()
  const { around } = await readAroundConcern(behind, { isLead: false, now }, deps)
  const adopted = adoptedIn(around)
  const explanation = explanationOf(alert, behind.assessment.matches, {
    hidesPlaces: true,
    adopted,
  })
  const record = recorderOf(input.by, { now, newId: deps.newId })
  const shown = explanation.people.flatMap(({ considered }) =>
    considered.flatMap(({ id }) => id ?? []),
  )
  const people = [...peopleToldOf(behind.assessment), ...shown, ...alert.children]
  const codes = { modelVersion: explanation.modelVersion }
  await deps.record(record('EXPLANATION_READ', [alert.alertId, alert.concernId], { people, codes }))
  return { kind: 'found', explanation }
}
