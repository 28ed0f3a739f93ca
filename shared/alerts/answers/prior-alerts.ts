import { londonDay } from '../../calendar/london-day.ts'
import { monthsBefore } from '../../calendar/months.ts'
import { isAtLeast } from '../../codes/harm-levels.ts'
import type { AlertId } from '../../kernel/ids.ts'
import type { Alert } from '../alert.ts'

/** An alert about a child, as the child's list of alerts remembers it. */
export type RelatedAlert = Pick<Alert, 'alertId' | 'authority' | 'harm' | 'raisedAt'> & {
  /** Who sent the concern. */
  readonly agencyName: string
  /** For the authority's lead alone. */
  readonly isLeadsOnly?: true | undefined
}

/** What an authority was told before about the same children, and why closing this alert needs a second person. */
export type PriorAlerts = {
  readonly priorAlertIds: readonly AlertId[]
  /** Those of them that somebody of the authority has opened. */
  readonly openedIds: readonly AlertId[]
  readonly secondPerson: SecondPerson | undefined
}
export type SecondPerson = 'grave-and-recent' | 'planned-child' | 'another-unread'

/** More than anybody will ever have to name: a smaller number would let who writes every day push another's out. */
export const mostPriorAlerts = 200

/** Of those that one agency raised on one day, in London, the newest: many are one, so that none is pushed out. */
const onePerAgencyAndDay = (newestFirst: readonly RelatedAlert[]): RelatedAlert[] => {
  const dayOf = ({ raisedAt }: RelatedAlert): string => londonDay(new Date(raisedAt))
  const groups = Map.groupBy(newestFirst, (each) => JSON.stringify([each.agencyName, dayOf(each)]))
  return [...groups.values()].flatMap(([newest]) => newest ?? [])
}

/**
 * Earlier alerts about the same children: every one of H3 and H4, then of the others one for each agency and day, newest
 * first. Ids sort by the moment of issue.
 */
export const priorAlertIds = (
  alert: Pick<Alert, 'alertId'>,
  related: readonly RelatedAlert[],
): AlertId[] => {
  const earlier = related
    .filter(({ alertId }) => alertId < alert.alertId)
    .toSorted((a, b) => (a.alertId < b.alertId ? 1 : -1))
  const grave = earlier.filter(({ harm }) => isAtLeast(harm, 'H3'))
  const others = onePerAgencyAndDay(earlier.filter(({ harm }) => !isAtLeast(harm, 'H3')))
  const room = Math.max(0, mostPriorAlerts - grave.length)
  return [...grave, ...others.slice(0, room)].map(({ alertId }) => alertId)
}

const watchfulMonths = 3

/**
 * Turning away too soon: less than three months after suspected significant harm or danger to one of the children, by
 * this alert or another; a child under a plan or looked after; or while another alert about them is unread. `unread` are
 * those of `related` that nobody has acknowledged. @see safeguarding feature F14; policy §7
 */
export const secondPersonFor = (
  alert: Pick<Alert, 'alertId' | 'harm' | 'raisedAt'>,
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
