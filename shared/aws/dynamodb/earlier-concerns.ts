import type { Alert } from '../../alerts/alert.ts'
import type { EarlierConcern } from '../../alerts/further-notice.ts'
import { type Assessment, assessmentSchema } from '../../assessing/assessment.ts'
import type { AlertId, ConcernId } from '../../kernel/ids.ts'
import { readAlertIn } from './alerts.ts'
import { readConcernIn } from './concerns.ts'
import { assessmentKey } from './keys.ts'
import type { Store } from './store.ts'

const assessmentsOf = async (
  store: Store,
  casework: string,
  concernId: ConcernId,
): Promise<Assessment[]> => {
  const found: Assessment[] = []
  for (let number = 1; ; number += 1) {
    const row = await store.get(casework, assessmentKey(concernId, number))
    if (row === undefined) return found
    found.push(assessmentSchema.parse(row['assessment']))
  }
}

/**
 * The alerts in which a concern is told: those that its assessments raised, those of earlier concerns that took it in,
 * and those that either was passed on to.
 */
export const alertsOfConcernIn = (store: Store, casework: string) => {
  const readAll = async (ids: readonly AlertId[]): Promise<readonly Alert[]> =>
    (await Promise.all(ids.map(readAlertIn(store, casework)))).filter((one) => one !== undefined)
  return async (concernId: ConcernId): Promise<readonly Alert[]> => {
    const assessments = await assessmentsOf(store, casework, concernId)
    const ids = assessments.flatMap(({ alertIds, mergedInto = [] }) => [...alertIds, ...mergedInto])
    const found: Alert[] = []
    let next = [...new Set(ids)]
    while (next.length > 0) {
      const alerts = await readAll(next)
      found.push(...alerts)
      const known = found.map(({ alertId }) => alertId)
      next = alerts
        .flatMap(({ rerouted }) => rerouted?.alertId ?? [])
        .filter((alertId) => !known.includes(alertId))
    }
    return found
  }
}

/** Concerns with what they were matched to and the alerts they raised, read consistently, all at once. */
export const readEarlierConcernsIn = (store: Store, casework: string) => {
  const readConcern = readConcernIn(store, casework)
  const readAlert = readAlertIn(store, casework)
  const readOne = async (concernId: ConcernId): Promise<EarlierConcern[]> => {
    const [stored, assessments] = await Promise.all([
      readConcern(concernId),
      assessmentsOf(store, casework, concernId),
    ])
    if (stored === undefined) return []
    const alertIds = assessments.flatMap((assessment) => assessment.alertIds)
    const alerts = await Promise.all(alertIds.map(readAlert))
    return [
      {
        stored,
        confirmed: assessments.flatMap(({ match }) => match.confirmed),
        alerts: alerts.filter((alert) => alert !== undefined),
      },
    ]
  }
  return async (concernIds: readonly ConcernId[]): Promise<readonly EarlierConcern[]> =>
    (await Promise.all(concernIds.map(readOne))).flat()
}
