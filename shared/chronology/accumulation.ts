import { monthsBefore } from '../clocks/months.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { domainsOf, type Notification } from './notification.ts'

/** What the rules R5 and R16 ask of the past. `contributing` are the concerns that made it so, this one left out. */
export type Accumulation = {
  readonly fires: boolean
  readonly threeInThree: boolean
  readonly contributing: readonly ConcernId[]
}

const mergeWindow = 72 * 60 * 60 * 1000

/** The same agency within 72 hours of its first is one notification resent, not two (F12). Expects oldest first. */
const withoutResent = (notifications: readonly Notification[]): Notification[] => {
  const firstByAgency = new Map<string, number>()
  return notifications.filter(({ agency, recordedAt }) => {
    const at = Date.parse(recordedAt)
    const resent = at - (firstByAgency.get(agency) ?? Number.NEGATIVE_INFINITY) <= mergeWindow
    if (!resent) firstByAgency.set(agency, at)
    return !resent
  })
}

/**
 * Co-existing problems around one child over time (F3): two of the four domains within twelve months, whichever adult
 * or agency they came from; and three notifications of any kind within three months. Stated rules, no score.
 * @see reference: ViST, three green notices in three months
 */
export const accumulation = (
  past: readonly Notification[],
  current: Notification,
  now: Date,
): Accumulation => {
  const others = past.filter(({ concernId }) => concernId !== current.concernId)
  const all = [...others, current].toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt))
  const since = (months: number): Notification[] =>
    all.filter(({ recordedAt }) => Date.parse(recordedAt) >= monthsBefore(now, months))
  const year = since(12)
  const fires = new Set(year.flatMap(({ factors }) => domainsOf(factors))).size >= 2
  const quarter = withoutResent(since(3))
  const threeInThree = quarter.length >= 3
  const contributing = [...(fires ? year : []), ...(threeInThree ? quarter : [])]
    .map(({ concernId }) => concernId)
    .filter((concernId) => concernId !== current.concernId)
  return { fires, threeInThree, contributing: [...new Set(contributing)] }
}
