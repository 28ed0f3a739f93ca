import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { type CountedAlert, countedAlertSchema } from '../../alerts/volume.ts'
import { volumeKey } from './alert-rows.ts'
import { asItem } from './item.ts'

/** Every alert that an authority was sent in a month, from the index, to its end. */
export const countedIn =
  (client: DynamoDBClient, casework: string) =>
  async (authority: string, month: string): Promise<readonly CountedAlert[]> => {
    const counted: CountedAlert[] = []
    const pages = paginateQuery(
      { client },
      {
        TableName: casework,
        IndexName: 'volume',
        KeyConditionExpression: 'volume = :volume',
        ExpressionAttributeValues: asItem({ ':volume': volumeKey(authority, month) }),
      },
    )
    for await (const { Items = [] } of pages)
      counted.push(...Items.map((item) => countedAlertSchema.parse(unmarshall(item))))
    return counted
  }
