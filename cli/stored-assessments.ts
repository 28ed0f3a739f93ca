import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { asItem } from '../shared/aws/dynamodb/item.ts'

/** Every assessment that the table holds, as stored and in no order, with the key of its row. For an auditor: it reads all. */
export async function* scanAssessmentsIn(
  client: DynamoDBClient,
  casework: string,
): AsyncGenerator<{ readonly key: string; readonly assessment: unknown }> {
  const pages = paginateScan(
    { client },
    {
      TableName: casework,
      ConsistentRead: true,
      ProjectionExpression: 'pk, sk, assessment',
      FilterExpression: 'begins_with(sk, :sk)',
      ExpressionAttributeValues: asItem({ ':sk': 'ASSESSMENT#' }),
    },
  )
  for await (const { Items = [] } of pages)
    for (const item of Items) {
      const { pk, sk, assessment } = unmarshall(item)
      yield { key: `${pk} ${sk}`, assessment }
    }
}
