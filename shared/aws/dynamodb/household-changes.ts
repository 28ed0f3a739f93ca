import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { ApplyHouseholdDeps } from '../../casework/apply-household.ts'
import { chronologySchema } from '../../chronology/notification.ts'
import { householdChangeSchema } from '../../register/household-change.ts'
import { storedAdultSchema } from '../../register/stored.ts'
import { batchGet } from './batch-get.ts'
import { householdChangeRow } from './household-rows.ts'
import { asItem, getItem } from './item.ts'
import { adultKey, chronologyKey, householdChangeKey } from './keys.ts'
import { readChildIn } from './register.ts'

export const readHouseholdChangeIn =
  (client: DynamoDBClient, casework: string): ApplyHouseholdDeps['readChange'] =>
  async ({ childId, version }) => {
    const row = await getItem(client, casework, householdChangeKey(childId, version))
    return row === undefined ? undefined : householdChangeSchema.parse(row['change'])
  }

/** Three round trips: the child, its adults, and what is remembered of all their children. */
export const readHeadsIn =
  (
    client: DynamoDBClient,
    tables: { readonly register: string; readonly casework: string },
  ): ApplyHouseholdDeps['readHeads'] =>
  async (childId) => {
    const child = await readChildIn(client, tables.register)(childId)
    const rows = await batchGet(client, {
      [tables.register]: (child?.adultIds ?? []).map(adultKey),
    })
    const links = rows.flatMap((row) => storedAdultSchema.parse(row['adult']).children)
    const childIds = [...new Set([childId, ...links.map((link) => link.childId)])]
    const heads = await batchGet(client, { [tables.casework]: childIds.map(chronologyKey) })
    return heads.map((row) => chronologySchema.parse(row['chronology']))
  }

export const markHouseholdAppliedIn =
  (client: DynamoDBClient, casework: string): ApplyHouseholdDeps['markApplied'] =>
  async (change) => {
    const Item = asItem(householdChangeRow(change))
    await client.send(new PutItemCommand({ TableName: casework, Item }))
  }
