import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { type Assessment, assessmentSchema } from '../../assessing/assessment.ts'
import type { SubmitConcernDeps } from '../../casework/submit-concern.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { AlertId, ConcernId } from '../../kernel/ids.ts'
import { auditRows } from './audit-rows.ts'
import { concernOf, concernRow } from './concern-rows.ts'
import { rememberedIn, rememberKey } from './idempotency.ts'
import { asItem, getItem, putNew } from './item.ts'
import { assessmentKey, concernKey } from './keys.ts'
import { transact } from './transact.ts'

/**
 * One round trip: idempotency item, concern and audit entry, all new. A key already used is told by the item that stands
 * in its place.
 */
export const commitConcernIn =
  (
    client: DynamoDBClient,
    tables: { readonly casework: string; readonly audit: string },
  ): SubmitConcernDeps['commit'] =>
  async ({ idempotency, stored, entries }) => {
    const { concernId, receivedAt } = stored
    const result = await transact(client, [
      rememberKey(tables.casework, idempotency, { concernId, at: receivedAt }),
      putNew(tables.casework, concernRow(stored)),
      ...auditRows(tables.audit, entries),
    ])
    return result === 'committed' ? 'committed' : rememberedIn(result)
  }

/** The concern as it stands; undefined when there is none by this id. */
export const readConcernIn =
  (client: DynamoDBClient, casework: string) =>
  async (concernId: ConcernId): Promise<StoredConcern | undefined> => {
    const row = await getItem(client, casework, concernKey(concernId))
    return row === undefined ? undefined : concernOf(row)
  }

/** One assessment of a concern, by its number. */
export const readAssessmentIn =
  (client: DynamoDBClient, casework: string) =>
  async (concernId: ConcernId, number: number): Promise<Assessment | undefined> => {
    const row = await getItem(client, casework, assessmentKey(concernId, number))
    return row === undefined ? undefined : assessmentSchema.parse(row['assessment'])
  }

/** The newest assessment of a concern; undefined before the first. */
export const latestAssessmentIn =
  (client: DynamoDBClient, casework: string) =>
  async (concernId: ConcernId): Promise<Assessment | undefined> => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: casework,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: asItem({
          ':pk': concernKey(concernId).pk,
          ':sk': 'ASSESSMENT#',
        }),
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    )
    const newest = Items?.[0]
    return newest === undefined
      ? undefined
      : assessmentSchema.parse(unmarshall(newest)['assessment'])
  }

/** The assessment by which a concern is in an alert, by key from the first on: there are few, one for each review or change since. */
export const assessmentBehindIn =
  (client: DynamoDBClient, casework: string) =>
  async (alert: {
    readonly alertId: AlertId
    readonly concernId: ConcernId
  }): Promise<Assessment | undefined> => {
    const read = readAssessmentIn(client, casework)
    for (let number = 1; ; number += 1) {
      const assessment = await read(alert.concernId, number)
      if (assessment === undefined) return undefined
      const { alertIds, mergedInto = [] } = assessment
      if ([...alertIds, ...mergedInto].includes(alert.alertId)) return assessment
    }
  }
