import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { EarlierConcern } from '../../alerts/further-notice.ts'
import { type Assessment, assessmentSchema } from '../../assessing/assessment.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import { readAlertIn } from './alerts.ts'
import { readConcernIn } from './concerns.ts'
import { getItem } from './item.ts'
import { assessmentKey } from './keys.ts'

const assessmentsOf = async (
  client: DynamoDBClient,
  casework: string,
  concernId: ConcernId,
): Promise<Assessment[]> => {
  const found: Assessment[] = []
  for (let number = 1; ; number += 1) {
    const row = await getItem(client, casework, assessmentKey(concernId, number))
    if (row === undefined) return found
    found.push(assessmentSchema.parse(row['assessment']))
  }
}

/** Concerns with what they were matched to and the alerts they raised, read consistently, all at once. */
export const readEarlierConcernsIn = (client: DynamoDBClient, casework: string) => {
  const readConcern = readConcernIn(client, casework)
  const readAlert = readAlertIn(client, casework)
  const readOne = async (concernId: ConcernId): Promise<EarlierConcern[]> => {
    const [stored, assessments] = await Promise.all([
      readConcern(concernId),
      assessmentsOf(client, casework, concernId),
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
