import type { Alert } from '../alerts/alert.ts'
import type { Answer } from '../alerts/answers/answer-alert.ts'
import {
  type PriorAlerts,
  priorAlertIds,
  type RelatedAlert,
  secondPersonFor,
} from '../alerts/answers/prior-alerts.ts'
import { turnsAway } from '../codes/outcomes.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId } from '../kernel/ids.ts'

/** Alerts about the children that this one names, itself among them; those of the lead alone only for the lead. */
export type ReadRelated = (
  alert: Alert,
  reader: { readonly isLead: boolean },
) => Promise<readonly RelatedAlert[]>

export type HistoryDeps = {
  readonly related: ReadRelated
  /** Those of them that nobody has acknowledged. */
  readonly unreadAmong: (alertIds: readonly AlertId[]) => Promise<readonly AlertId[]>
  /** Those that somebody of their authority has opened. */
  readonly openedAmong: (alertIds: readonly AlertId[]) => Promise<readonly AlertId[]>
  /** Whether a child of the alert is under a plan, looked after or in proceedings. */
  readonly isPlanned: (alert: Alert) => Promise<boolean>
}

/** What came before matters only to an answer that turns the family away, so only then is it read. */
export const historyOf = async (
  alert: Alert,
  { answer, isLead }: { readonly answer: Answer; readonly isLead: boolean },
  deps: HistoryDeps & { readonly now: Clock },
): Promise<PriorAlerts> => {
  const code = answer.step === 'outcome' ? answer.code : alert.outcome?.code
  const related = await deps.related(alert, { isLead })
  const prior = priorAlertIds(alert, related)
  if (code === undefined || !turnsAway(code))
    return { priorAlertIds: prior, openedIds: [], secondPerson: undefined }
  const [unread, openedIds, isPlanned] = await Promise.all([
    deps.unreadAmong(related.map(({ alertId }) => alertId)),
    deps.openedAmong(prior),
    deps.isPlanned(alert),
  ])
  const past = { related, unread, isPlanned }
  return { priorAlertIds: prior, openedIds, secondPerson: secondPersonFor(alert, past, deps.now()) }
}
