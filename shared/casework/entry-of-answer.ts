import { type Alert, concernsIn } from '../alerts/alert.ts'
import { type Answer, steps } from '../alerts/answers/answer-alert.ts'
import type { Outcome } from '../alerts/answers/outcome-schema.ts'
import type { Entries, Recorder } from '../audit/audit-entry.ts'
import { present } from '../kernel/present.ts'

/** The entry of an answer. An outcome's stands under each earlier alert that was read for it, too. */
export const entryOfAnswer = (
  { alert: before, answer }: { readonly alert: Alert; readonly answer: Answer },
  { alert, decided }: { readonly alert: Alert; readonly decided: Outcome | undefined },
  record: Recorder,
): Entries => {
  const subjects = [alert.alertId, ...concernsIn(alert)]
  const version = String(alert.version)
  const people = alert.children
  if (answer.step !== 'outcome')
    return record(steps[answer.step].action, subjects, { people, codes: { version } })
  const { code, priorItemsRead } = answer
  const isProposed = decided === undefined && alert.outcomeProposed !== undefined
  const proposedBy = decided?.confirmation && decided.practitioner
  const instead = before.outcome?.code === code ? undefined : before.outcome?.code
  return record(
    isProposed ? 'OUTCOME_PROPOSED' : steps.outcome.action,
    [...subjects, ...priorItemsRead],
    {
      people,
      codes: {
        version,
        outcome: code,
        priorItemsRead: String(priorItemsRead.length),
        ...present({ proposedBy, instead }),
      },
    },
  )
}
