import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { asItem } from './item.ts'

type Position = Readonly<Record<string, unknown>>

export type PageRequest = { readonly limit: number; readonly after: Position | undefined }
export type Page<Item> = { readonly items: readonly Item[]; readonly next: Position | undefined }

/** One page of a partition of the inbox index, in its order; `after` is a former page's `next`. */
export const readInbox = async (
  { client, casework }: { readonly client: DynamoDBClient; readonly casework: string },
  inbox: string,
  { limit, after }: PageRequest,
): Promise<Page<Position>> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: casework,
      IndexName: 'inbox',
      KeyConditionExpression: 'inbox = :inbox',
      ExpressionAttributeValues: asItem({ ':inbox': inbox }),
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: asItem({ ...after }) }),
    }),
  )
  return {
    items: Items.map((item) => unmarshall(item)),
    next: LastEvaluatedKey === undefined ? undefined : unmarshall(LastEvaluatedKey),
  }
}
