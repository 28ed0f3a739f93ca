import { monthsBefore } from '../../calendar/months.ts'
import { isAtLeast } from '../../codes/harm-levels.ts'
import type { AlertId } from '../../kernel/ids.ts'
import type { Alert } from '../alert.ts'

/** An alert about a child, as the child's list of alerts remembers it. */
export type RelatedAlert = Pick<Alert, 'alertId' | 'authority' | 'harm' | 'raisedAt'>

/** What an authority was told before about the same children, and why closing this alert needs a second person. */
export type PriorAlerts = {
  readonly priorAlertIds: readonly AlertId[]
  /** Those of them that somebody of the authority has opened. */
  readonly openedIds: readonly AlertId[]
  readonly secondPerson: SecondPerson | undefined
}
export type SecondPerson = 'grave-and-recent' | 'planned-child' | 'another-unread'

/** The most that a person is shown, and so asked to have read: the newest. They all fit into one audit entry. */
export const mostPriorAlerts = 15

/** Earlier alerts about the same children, newest first. Ids sort by the moment of issue. */
export const priorAlertIds = (
  alert: Pick<Alert, 'alertId'>,
  related: readonly RelatedAlert[],
): AlertId[] =>
  related
    .map(({ alertId }) => alertId)
    .filter((alertId) => alertId < alert.alertId)
    .toSorted((a, b) => (a < b ? 1 : -1))
    .slice(0, mostPriorAlerts)

const watchfulMonths = 3

/**
 * Turning away too soon: less than three months after suspected significant harm or danger to one of the children, by
 * this alert or another; a child under a plan or looked after; or while another alert about them is unread. `unread` are
 * those of `related` that nobody has acknowledged. @see safeguarding feature F14; policy §7
 */
export const secondPersonFor = (
  alert: RelatedAlert,
  past: {
    readonly related: readonly RelatedAlert[]
    readonly unread: readonly AlertId[]
    readonly isPlanned: boolean
  },
  now: Date,
): SecondPerson | undefined => {
  const since = monthsBefore(now, watchfulMonths)
  const isGrave = [alert, ...past.related].some(
    ({ harm, raisedAt }) => isAtLeast(harm, 'H3') && Date.parse(raisedAt) > since,
  )
  if (isGrave) return 'grave-and-recent'
  if (past.isPlanned) return 'planned-child'
  return past.unread.some((alertId) => alertId !== alert.alertId) ? 'another-unread' : undefined
}
