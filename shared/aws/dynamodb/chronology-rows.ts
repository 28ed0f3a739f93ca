import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { ChildEntry, WithheldEntry } from '../../chronology/entry.ts'
import type { Chronology } from '../../chronology/notification.ts'
import { put, putVersion, unmoved } from './item.ts'
import { chronologyKey, entryKey, supersededKey, withheldKey } from './keys.ts'

export const headRow = (table: string, chronology: Chronology): TransactWriteItem =>
  putVersion(table, {
    ...chronologyKey(chronology.childId),
    version: chronology.version,
    chronology,
  })

export const unmovedHead = (table: string, { childId, version }: Chronology): TransactWriteItem =>
  unmoved(table, chronologyKey(childId), version)

/** An entry that may be seen, and the mark on the entry that it corrects, which stays. */
export const entryRows = (table: string, { childId, entry }: ChildEntry): TransactWriteItem[] => [
  put(table, { ...entryKey(childId, entry.entryId), entry }),
  ...(entry.corrects === undefined
    ? []
    : [put(table, { ...supersededKey(childId, entry.corrects), supersededBy: entry.entryId })]),
]

export const withheldRow = (table: string, { childId, entry }: WithheldEntry): TransactWriteItem =>
  put(table, { ...withheldKey(childId, entry.entryId), withheld: entry })
