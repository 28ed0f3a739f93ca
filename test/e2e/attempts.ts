import {
  BatchGetItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { grants, roleNameOf } from '../../infra/grants.ts'
import { someRows } from '../../infra/some-rows.ts'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import type { FunctionName } from '../../shared/config/functions.ts'
import { place } from './place.ts'
import type { StandingRow } from './rows-of-each-kind.ts'

export type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
}

/** A function's role, borrowed: what it is refused here it is refused in its function. */
export const become = async (name: FunctionName): Promise<Credentials> => {
  const RoleArn = `arn:aws:iam::000000000000:role/${roleNameOf(name)}`
  const { Credentials: given } = await new STSClient({}).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'probe' }),
  )
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  }
}

/** Tables in which every change rings: over a row goes what stands there, which is a write and changes nothing. */
const rings: readonly string[] = ['directory', 'auditEntries', 'auditLog']
const partsOf = ({ table, row }: StandingRow) => ({
  TableName: place.tables[table],
  Key: asItem({ pk: row.pk, sk: row.sk }),
})
const overwriting = ({ table, row }: StandingRow) =>
  asItem(rings.includes(table) ? row : { ...row, probe: 'put over' })

/** What somebody with a role may try on a row that stands. No write has a condition. */
export const attempts = {
  GetItem: (client: DynamoDBClient, one: StandingRow) =>
    client.send(new GetItemCommand(partsOf(one))),
  BatchGetItem: (client: DynamoDBClient, one: StandingRow) => {
    const { TableName, Key } = partsOf(one)
    return client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [Key] } } }))
  },
  Query: (client: DynamoDBClient, one: StandingRow) =>
    client.send(
      new QueryCommand({
        TableName: partsOf(one).TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: one.row.pk } },
      }),
    ),
  Scan: (client: DynamoDBClient, one: StandingRow) =>
    client.send(new ScanCommand({ TableName: partsOf(one).TableName, Limit: 1 })),
  PutItem: (client: DynamoDBClient, one: StandingRow) =>
    client.send(new PutItemCommand({ TableName: partsOf(one).TableName, Item: overwriting(one) })),
  UpdateItem: (client: DynamoDBClient, one: StandingRow) =>
    client.send(
      new UpdateItemCommand({
        ...partsOf(one),
        UpdateExpression: 'SET probe = :probe',
        ExpressionAttributeValues: { ':probe': { S: 'updated' } },
      }),
    ),
  DeleteItem: (client: DynamoDBClient, one: StandingRow) =>
    client.send(new DeleteItemCommand(partsOf(one))),
} as const satisfies Record<string, (client: DynamoDBClient, one: StandingRow) => Promise<unknown>>

const refusals = new Set(['AccessDeniedException', 'AccessDenied', 'AuthorizationErrorException'])

/** Whether it was let happen. @throws whatever else went wrong */
export const isAllowed = async (attempt: () => Promise<unknown>): Promise<boolean> => {
  try {
    await attempt()
    return true
  } catch (error) {
    if (error instanceof Error && refusals.has(error.name)) return false
    throw error
  }
}

/** What is granted of some rows of a table counts for all of it: the emulator does not tell rows apart. */
export const isGranted = (name: FunctionName, resource: string, action: string): boolean => {
  const granted: Partial<Record<string, readonly string[]>> = grants[name]
  const parts = Object.entries(someRows).filter(([, { table }]) => table === resource)
  return [resource, ...parts.map(([part]) => part)].some(
    (of) => granted[of]?.includes(action) ?? false,
  )
}

const operator = new DynamoDBClient({})

/** The row as the operator wrote it stands again. */
export const putBack = ({ table, row }: StandingRow): Promise<unknown> =>
  operator.send(new PutItemCommand({ TableName: place.tables[table], Item: asItem(row) }))

export const readRow = async (one: StandingRow): Promise<unknown> =>
  (await operator.send(new GetItemCommand({ ...partsOf(one), ConsistentRead: true }))).Item

/** Takes away what nobody watches; of the tables that ring nothing goes. */
export const takeAway = async (rows: readonly StandingRow[]): Promise<void> => {
  const unwatched = rows.filter(({ table }) => !rings.includes(table))
  await Promise.all(unwatched.map((one) => attempts.DeleteItem(operator, one)))
}
