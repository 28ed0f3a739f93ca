import type { ChildEntry, WithheldEntry } from '../../chronology/entry.ts'
import type { Chronology } from '../../chronology/notification.ts'
import { put, putVersion, unmoved } from './actions.ts'
import { chronologyKey, entryKey, leadsEntryKey, supersededKey, withheldKey } from './keys.ts'
import type { Action, Put } from './store.ts'

export const headRow = (table: string, chronology: Chronology): Put =>
  putVersion(table, {
    ...chronologyKey(chronology.childId),
    version: chronology.version,
    chronology,
  })

export const unmovedHead = (table: string, { childId, version }: Chronology): Action =>
  unmoved(table, chronologyKey(childId), version)

/** An entry that may be seen, and the mark on the entry that it corrects, which stays. */
export const entryRows = (table: string, { childId, entry }: ChildEntry): Put[] => [
  put(table, {
    ...(entry.isLeadsOnly ? leadsEntryKey : entryKey)(childId, entry.entryId),
    entry,
  }),
  ...(entry.corrects === undefined
    ? []
    : [put(table, { ...supersededKey(childId, entry.corrects), supersededBy: entry.entryId })]),
]

export const withheldRow = (table: string, { childId, entry }: WithheldEntry): Put =>
  put(table, { ...withheldKey(childId, entry.entryId), withheld: entry })
