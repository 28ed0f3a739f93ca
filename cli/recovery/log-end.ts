import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { sealableEntrySchema } from '../../shared/audit/sealed-leaf.ts'
import { putNew } from '../../shared/aws/dynamodb/actions.ts'
import { waitingKey } from '../../shared/aws/dynamodb/audit-rows.ts'
import { headKey } from '../../shared/aws/dynamodb/log-rows.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Item } from './item-digest.ts'

export const isHead = ({ pk, sk }: Item): boolean => pk?.S === headKey.pk && sk?.S === headKey.sk

/** How many leaves a head has. @throws InputError where it does not say */
export const sizeOfHead = (head: Item): number => {
  const size = Number(head['size']?.N)
  if (Number.isSafeInteger(size)) return size
  throw new InputError('the head of the audit log that was exported does not say its size')
}

const isAtLeast = (value: { readonly N?: string | undefined } | undefined, size: number): boolean =>
  value?.N !== undefined && Number(value.N) >= size

/**
 * Whether a row of the log lies beyond its head: an export may have been cut through the middle of one transaction. Left where
 * it is, it would be in the way of what is sealed next, for ever.
 */
export const isBeyondHead = (table: TableName, item: Item, size: number | undefined): boolean => {
  if (table !== 'auditLog' || size === undefined || isHead(item)) return false
  const word = item['sk']?.S?.split('#')[0]
  if (item['pk']?.S === headKey.pk)
    return word === 'CHECKPOINT'
      ? isAtLeast(item['size'], size + 1)
      : isAtLeast(item['first'], size)
  return isAtLeast(item['leafIndex'], size)
}

const rowSchema = z.object({ entry: sealableEntrySchema, salt: z.string() })

/** What a log says of itself when it is restored; it says it again. */
const ofTheLog = 'LOG_RESTORED'

/** Makes an entry that was beyond the head wait to be sealed, unless it waits: of its rows the first, which has the salt. */
export const waitAgain = async (
  { store, auditEntries }: { readonly store: Store; readonly auditEntries: string },
  item: Item,
): Promise<boolean> => {
  const row = rowSchema.safeParse(unmarshall(item)).data
  if (row === undefined || row.entry['action'] === ofTheLog) return false
  const waiting = putNew(auditEntries, { ...waitingKey(row.entry), entry: row.entry })
  return (await store.transact([waiting])) === 'committed'
}
