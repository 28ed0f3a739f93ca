import type { EarlierConcern } from '../../alerts/further-notice.ts'
import { type Assessment, assessmentSchema } from '../../assessing/assessment.ts'
import type { ConcernId } from '../../kernel/ids.ts'
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
