import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { type Alert, alertSchema } from '../../alerts/alert.ts'
import type { RelatedAlert } from '../../alerts/answers/prior-alerts.ts'
import type { AlertId } from '../../kernel/ids.ts'
import { alertOf } from './alert-rows.ts'
import { batchGet } from './batch-get.ts'
import { asItem } from './item.ts'
import { alertKey, childAlertKey } from './keys.ts'

const relatedSchema = alertSchema.pick({
  alertId: true,
  authority: true,
  harm: true,
  raisedAt: true,
})

/** The newest alerts of a child that are looked at: more than a child has while they still matter. */
const mostPerChild = 100

/** An alert in the list of each child it names. One that names nobody, or an adopted child, is in no list. */
export const childAlertRows = ({ alertId, authority, harm, raisedAt, content }: Alert) =>
  content.children.map(({ childId }) => ({
    ...childAlertKey(childId, alertId),
    related: { alertId, authority, harm, raisedAt },
  }))

const alertsOfChild = async (
  client: DynamoDBClient,
  casework: string,
  childId: string,
): Promise<RelatedAlert[]> => {
  const { pk, sk } = childAlertKey(childId, '')
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: casework,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: asItem({ ':pk': pk, ':sk': sk }),
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: mostPerChild,
    }),
  )
  return Items.map((item) => relatedSchema.parse(unmarshall(item)['related']))
}

/** Alerts to the same authority about the children that this one names, each once; one query a child, all at once. */
export const relatedIn =
  (client: DynamoDBClient, casework: string) =>
  async ({
    authority,
    content,
  }: Pick<Alert, 'authority' | 'content'>): Promise<readonly RelatedAlert[]> => {
    const lists = await Promise.all(
      content.children.map(({ childId }) => alertsOfChild(client, casework, childId)),
    )
    const theirs = lists.flat().filter((related) => related.authority === authority)
    return [...new Map(theirs.map((related) => [related.alertId, related])).values()]
  }

/** Those that nobody has acknowledged, as they stand now. */
export const unreadAmongIn =
  (client: DynamoDBClient, casework: string) =>
  async (alertIds: readonly AlertId[]): Promise<readonly AlertId[]> => {
    const rows = await batchGet(client, { [casework]: alertIds.map(alertKey) })
    return rows
      .map(alertOf)
      .filter(({ state }) => state === 'RAISED')
      .map(({ alertId }) => alertId)
  }
