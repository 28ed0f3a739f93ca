import { endsInvolvement, type OutcomeCode, outcomes } from '../../codes/outcomes.ts'
import type { FieldFault } from '../../kernel/hub-error.ts'
import type { AlertId } from '../../kernel/ids.ts'
import { present } from '../../kernel/present.ts'
import type { Alert } from '../alert.ts'
import { dueForDecision } from './due.ts'
import type { PriorAlerts } from './prior-alerts.ts'

/** What a social worker decided, who they are where that matters, and which earlier alerts they have read. */
export type OutcomeGiven = {
  readonly code: OutcomeCode
  readonly reason?: string | undefined
  readonly practitioner?: string | undefined
  readonly priorItemsRead: readonly AlertId[]
}
type By = { readonly clientId: string; readonly now: Date; readonly prior: PriorAlerts }
type Outcome = NonNullable<Alert['outcome']>

/** What the outcome lacks, by field: prior alerts that were not read (F7), or the name of a person where two are needed. */
export const faultsOf = (
  { code, practitioner, priorItemsRead }: OutcomeGiven,
  { priorAlertIds, secondPerson }: PriorAlerts,
): FieldFault[] => {
  const unread = priorAlertIds.filter((alertId) => !priorItemsRead.includes(alertId))
  const isStartAgain = outcomes[code].needsPriorAlertsRead && unread.length > 0
  const isForeign = priorItemsRead.some((alertId) => !priorAlertIds.includes(alertId))
  const isNameless =
    endsInvolvement(code) && secondPerson !== undefined && practitioner === undefined
  const fault = (isThere: boolean, pointer: string, detail: string): FieldFault[] =>
    isThere ? [{ pointer, detail }] : []
  return [
    ...fault(
      isStartAgain,
      '/priorItemsRead',
      'every id of priorAlertIds: no further action needs them read',
    ),
    ...fault(isForeign, '/priorItemsRead', 'only ids of priorAlertIds'),
    ...fault(isNameless, '/practitioner', 'your work id: closing this alert needs two people'),
  ]
}

/** Closed by one person, not yet told to the referrer, and now in need of a second: the outcome may be given again. */
export const awaitsSecondPerson = (
  { state, outcome }: Alert,
  { secondPerson }: Pick<PriorAlerts, 'secondPerson'>,
): boolean =>
  state === 'DECIDED' &&
  secondPerson !== undefined &&
  outcome !== undefined &&
  endsInvolvement(outcome.code) &&
  outcome.confirmation === undefined

/**
 * The alert with its outcome; or with a proposal, where closing needs two people (F14): it stands until somebody else
 * gives the same outcome. Two systems may number their staff alike, so only another work id is another person.
 */
export const recordOutcome = (alert: Alert, given: OutcomeGiven, by: By): Alert => {
  const { outcomeProposed, ...rest } = alert
  const outcome = outcomeOf(given, by)
  const decided = { ...dueForDecision(rest, by.now), state: 'DECIDED' } as const
  if (!endsInvolvement(given.code) || by.prior.secondPerson === undefined)
    return { ...decided, outcome }
  const first = outcomeProposed ?? alert.outcome
  if (first === undefined || !isSecondTo(first, outcome))
    return { ...rest, outcomeProposed: outcome }
  const { code: _same, ...confirmation } = outcome
  return { ...decided, outcome: { ...first, confirmation } }
}

const outcomeOf = (
  { code, reason, practitioner }: OutcomeGiven,
  { clientId, now }: By,
): Outcome => ({
  by: clientId,
  at: now.toISOString(),
  code,
  ...present({ reason, practitioner }),
})

const isSecondTo = (first: Outcome, second: Outcome): boolean =>
  first.code === second.code &&
  first.practitioner !== undefined &&
  first.practitioner.toLowerCase() !== second.practitioner?.toLowerCase()
