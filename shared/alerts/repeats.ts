import { monthsBefore } from '../calendar/months.ts'
import type { CountedAlert } from './counted-alert.ts'

export type RaisedAlert = CountedAlert & { readonly raisedAt: string }

/** For so many months before it an alert is looked for of which it repeats the family: as long as anything accumulates (policy §2). */
export const repeatMonths = 12

/**
 * Which of these alerts a family needed because nothing had been done for it: another concern about a child of theirs had come
 * to the same authority within a year, and nobody had taken the family on when this one came; or the same incident was told again
 * before anybody decided. `earlier`: those of the months before.
 */
export const repeatsAmong = (
  alerts: readonly RaisedAlert[],
  earlier: readonly RaisedAlert[],
): ReadonlySet<RaisedAlert> => {
  const ofChild = new Map<string, RaisedAlert[]>()
  for (const alert of [...earlier, ...alerts])
    for (const child of alert.children) ofChild.set(child, [...(ofChild.get(child) ?? []), alert])
  const isAgain = (alert: RaisedAlert): boolean => {
    const since = monthsBefore(new Date(alert.raisedAt), repeatMonths)
    return alert.children.some((child) =>
      ofChild
        .get(child)
        ?.some((before) => Date.parse(before.raisedAt) >= since && isUndoneBefore(before, alert)),
    )
  }
  return new Set(alerts.filter((alert) => alert.notices > 0 || isAgain(alert)))
}

const isUndoneBefore = (before: RaisedAlert, alert: RaisedAlert): boolean =>
  before.concernId !== alert.concernId &&
  before.raisedAt < alert.raisedAt &&
  (before.actedAt === undefined || before.actedAt > alert.raisedAt)
