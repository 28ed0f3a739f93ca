import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import * as z from 'zod'
import { kindOfRow, knownChanges, type WatchedTable } from '../../audit/known-changes.ts'
import { type SealableEntry, sealableEntrySchema } from '../../audit/sealed-leaf.ts'
import type { RowChange, WatchTableDeps } from '../../casework/watch-table.ts'
import { asRow } from './as-row.ts'
import { firstKey } from './audit-rows.ts'
import type { Row, Store } from './store.ts'

/** The watched tables of a deployment, by what they are called there. */
export type WatchedNames = Readonly<Partial<Record<WatchedTable, string>>>

const isWatched = (name: string): name is WatchedTable => name in knownChanges

type Image = NonNullable<DynamoDBRecord['dynamodb']>['Keys']
const rowOf = (image: Image): Row =>
  image === undefined ? {} : asRow(image as Record<string, AttributeValue>)

const keySchema = z.object({ pk: z.string(), sk: z.string() })

/** @throws Error when the record is of no table that is watched: it was never meant for this function */
export const watchedChangeIn =
  (names: WatchedNames) =>
  ({ eventName, eventSourceARN = '', dynamodb }: DynamoDBRecord): RowChange => {
    const [, called] = eventSourceARN.split('/')
    const [table = ''] = Object.entries(names).find(([, name]) => name === called) ?? []
    if (!isWatched(table) || eventName === undefined)
      throw new Error('a stream record of no table that is watched')
    return {
      table,
      kind: kindOfRow(keySchema.parse(rowOf(dynamodb?.Keys))),
      event: eventName,
      before: rowOf(dynamodb?.OldImage),
      after: rowOf(dynamodb?.NewImage),
    }
  }

const sealedSchema = z.object({ entry: sealableEntrySchema })

/** The entry under the first of its subjects. A row that holds none is as good as none. */
export const readSealedEntryIn =
  (store: Store, auditLog: string): WatchTableDeps['readSealed'] =>
  async (entry: SealableEntry) => {
    const row = await store.get(auditLog, firstKey(entry))
    return sealedSchema.safeParse(row).data?.entry
  }
